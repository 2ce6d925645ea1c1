import { assert, assertEquals, assertMatch } from "@std/assert";
import { App } from "fresh";
import Mailgun from "mailgun.js";
import type { State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { readEnv } from "@/env.ts";
import { mailFinder, mailSender } from "@/services/notifications/mail.ts";
import { smsFinder, smsSender } from "@/services/notifications/sms.ts";
import { serveCarriers } from "../local/carriers/server.ts";
import { processOutbox } from "./outbox.ts";
import { outboxProject, Providers } from "./testing.ts";

const patient = "a0000000-0000-4000-8000-000000000001";

/** Every condition of a test comes true soon, or not at all. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!await holds()) {
    assert(performance.now() < end, "it did not come about within 10 s");
    await new Promise((done) => setTimeout(done, 50));
  }
}

Deno.test("from the outbox through the providers and back", async (t) => {
  let handle: ((request: Request) => Promise<Response>) | undefined;
  await using app = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => handle?.(request) ?? new Response(null, { status: 503 }),
  );
  const PUBLIC_URL = `http://127.0.0.1:${app.addr.port}`;
  const data = await Deno.makeTempDir({ prefix: "providers-test-" });
  const account = {
    TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "the-token-of-the-account",
    TWILIO_FROM: "eConsult",
    MAILGUN_API_KEY: "the-key-of-the-domain",
    MAILGUN_DOMAIN: "mail.econsult.example",
    MAILGUN_WEBHOOK_SIGNING_KEY: "the-key-of-the-webhooks",
  };
  const providers = await serveCarriers({
    port: 0,
    hostname: "127.0.0.1",
    data,
    twilio: {
      sid: account.TWILIO_ACCOUNT_SID,
      token: account.TWILIO_AUTH_TOKEN,
    },
    mailgun: {
      domain: account.MAILGUN_DOMAIN,
      key: account.MAILGUN_API_KEY,
      signingKey: account.MAILGUN_WEBHOOK_SIGNING_KEY,
      webhookUrl: PUBLIC_URL + paths.mailgunHook(),
    },
  });
  const carriersUrl = `http://127.0.0.1:${providers.port}`;
  const over = {
    ...account,
    PUBLIC_URL,
    TWILIO_API_URL: carriersUrl,
    MAILGUN_API_URL: carriersUrl,
  };
  try {
    await using project = await outboxProject(over);
    const { sql, fill, rows } = project;
    const [twilioHook, mailgunHook] = await Promise.all([
      import("@/routes/api/hooks/twilio.ts"),
      import("@/routes/api/hooks/mailgun.ts"),
    ]);
    handle = new App<State>()
      .post(paths.twilioHook(), twilioHook.handler.POST)
      .post(paths.mailgunHook(), mailgunHook.handler.POST)
      .handler();
    const config = readEnv(Deno.env.toObject());
    const [sendSms, sendMail] = [smsSender(config), mailSender(config)];
    const mailgun = new Mailgun(FormData).client({
      username: "api",
      key: account.MAILGUN_API_KEY,
      url: carriersUrl,
      useFetch: true,
    });
    const work = (timeLimit: number) =>
      processOutbox(project.worker(new Providers(), {
        sendSms: (sms) => sendSms({ ...sms, timeLimit }),
        findSms: smsFinder(config),
        sendMail: (mail) => sendMail({ ...mail, timeLimit }),
        findMail: mailFinder(config),
      }));
    const [booked] = await sql`
      select id from public.appointments
      where patient_id = (
        select patient_id from public.guardianships where account_id = ${patient} and relation = 'self'
      ) and state = 'booked' and starts_at > now() limit 1`;
    assert(booked, "the seed has a coming appointment");
    const confirm = () => fill("appointment_confirmation", patient, booked.id);
    const inbox = async (): Promise<
      {
        channel: string;
        to: string[];
        attachments: { name: string; size: number }[];
      }[]
    > => await (await fetch(`${carriersUrl}/api/messages`)).json();
    /** Without the triggers: nobody changed anything, and nobody has to be told. */
    const reachAt = (phone: string, email: string) =>
      sql.begin(async (transaction) => {
        await transaction`set local session_replication_role = replica`;
        await transaction`update public.accounts set phone = ${phone} where id = ${patient}`;
        await transaction`update auth.users set email = ${email} where id = ${patient}`;
      });
    const states = async () => (await rows()).map(({ state }) => state);

    await t.step(
      "both messages arrive, and are reported delivered",
      async () => {
        await confirm();
        assertEquals((await work(10_000)).sent, 2);
        await eventually(async () =>
          (await states()).every((state) => state === "delivered")
        );
        const messages = await inbox();
        assertEquals(messages.map(({ channel }) => channel).sort(), [
          "email",
          "sms",
        ]);
        const [attachment] = messages.flatMap((message) => message.attachments);
        assertEquals(attachment?.name, "rendez-vous.ics");
        assert((attachment?.size ?? 0) > 300);
      },
    );

    await t.step(
      "a provider that takes a message and never answers is not given it twice",
      async () => {
        await reachAt("+352621555052", "lost@fail.example");
        await confirm();
        const before = (await inbox()).length;
        await work(1_500);
        await eventually(async () =>
          (await states()).every((state) => state === "delivered")
        );
        await sql`update public.notifications set due_at = now(), leased_until = null`;
        assertEquals((await work(1_500)).sent, 0);
        assertEquals((await inbox()).length, before + 2);
      },
    );

    /** Sends what is due and dies before noting it; the providers' reports are lost too. */
    const sendAndDie = () => {
      const ended = {
        outcome: "retry" as const,
        reason: "the process ends here",
      };
      return processOutbox(project.worker(new Providers(), {
        sendSms: async (sms) => {
          await sendSms({ ...sms, notificationId: undefined });
          return ended;
        },
        sendMail: async (mail) => {
          const id = `<${mail.notificationId}@${account.MAILGUN_DOMAIN}>`;
          await mailgun.messages.create(account.MAILGUN_DOMAIN, {
            from: "no-reply@mail.econsult.example",
            to: mail.to,
            text: mail.text,
            "h:Message-Id": id,
          });
          return ended;
        },
      }));
    };

    await t.step(
      "a worker that dies after sending, its reports lost too: the providers are asked before the next one sends",
      async () => {
        await reachAt("+352621555099", "found@mail.example");
        await confirm();
        const before = (await inbox()).length;
        assertEquals((await sendAndDie()).retried, 2);
        assertEquals((await inbox()).length, before + 2);
        await sql`update public.notifications set due_at = now(), leased_until = null`;
        assertEquals((await work(10_000)).sent, 2);
        assertEquals((await inbox()).length, before + 2);
        assertEquals(await states(), ["sent", "sent"]);
      },
    );

    await t.step(
      "the same words that went out before its first try are another message",
      async () => {
        await confirm();
        await sql`
          update public.notifications
          set attempts = 1, first_tried_at = now() + interval '5 minutes'`;
        const before = (await inbox()).length;
        assertEquals((await work(10_000)).sent, 2);
        assertEquals((await inbox()).length, before + 2);
      },
    );

    await t.step(
      "what cannot be delivered waits for a person, with the reason",
      async () => {
        await reachAt("+352621555030", "bounce@fail.example");
        await confirm();
        await work(10_000);
        await eventually(async () =>
          (await states()).every((state) => state === "failed")
        );
        const reasons = (await rows()).map(({ last_error }) =>
          last_error ?? ""
        );
        assertMatch(reasons.join(), /twilio 30003/);
        assertMatch(reasons.join(), /mailgun 550 bounce/);
      },
    );
  } finally {
    await providers.close();
    await Deno.remove(data, { recursive: true });
  }
});
