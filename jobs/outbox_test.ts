import { createHash } from "node:crypto";
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { mailSender } from "@/services/notifications/mail.ts";
import { recordReport } from "@/services/notifications/delivery_report.ts";
import { smsSender } from "@/services/notifications/sms.ts";
import { twilioClient } from "@/services/notifications/twilio_client.ts";
import { silence, testProvider } from "@/services/testing.ts";
import { zoneAtNoon } from "../tests/people.ts";
import { processOutbox } from "./outbox.ts";
import { purgeExpired } from "./purge_expired.ts";
import { outboxProject, Providers } from "./testing.ts";

const patient = "a0000000-0000-4000-8000-000000000001";
const record = "b0000000-0000-4000-8000-000000000001";
const doctor = "d0000000-0000-4000-8000-000000000001";

/** `Date.now` with time added, until the end of the scope. */
class MovedClock {
  readonly #now = Date.now;
  #added = 0;
  constructor() {
    Date.now = () => this.#now() + this.#added;
  }
  add(milliseconds: number): void {
    this.#added += milliseconds;
  }
  [Symbol.dispose](): void {
    Date.now = this.#now;
  }
}

Deno.test("the outbox", async (t) => {
  await using project = await outboxProject();
  const { sql, worker, fill, rows } = project;
  const appointment = crypto.randomUUID();
  await sql`
    insert into public.appointments (id, patient_id, doctor_id, during, language)
    values (${appointment}, ${record}, ${doctor},
      tstzrange(now() + interval '300 days', now() + interval '300 days 10 minutes'), 'fr')`;
  const confirmation = () =>
    fill("appointment_confirmation", patient, appointment);

  await t.step("a confirmation leaves by SMS and e-mail, once", async () => {
    await confirmation();
    const providers = new Providers();
    const round = await processOutbox(worker(providers));
    assertEquals(round, { sent: 2, retried: 0, withdrawn: 0 });
    assertEquals(await processOutbox(worker(providers)), {
      sent: 0,
      retried: 0,
      withdrawn: 0,
    });
    assertEquals(providers.sms.map(({ to }) => to), ["+352621300001"]);
    assertEquals(providers.mails.map(({ to }) => to), [
      "marie.schneider@mail.example",
    ]);
    for (const { state, provider_message_id, id, attempts } of await rows()) {
      assertEquals([state, provider_message_id, attempts], [
        "sent",
        `provider-${id}`,
        1,
      ]);
    }
  });

  await t.step(
    "workers that start together send each message once",
    async () => {
      await sql`delete from public.notifications`;
      for (let n = 0; n < 15; n++) {
        await sql`select private.notify('appointment_confirmation', ${patient}, ${appointment})`;
      }
      const providers = new Providers();
      const rounds = await Promise.all(
        [1, 2, 3].map(() => processOutbox(worker(providers))),
      );
      const sent = [...providers.sms, ...providers.mails].map((message) =>
        message.notificationId
      );
      assertEquals([sent.length, new Set(sent).size], [30, 30]);
      assertEquals(rounds.reduce((sum, round) => sum + round.sent, 0), 30);
      const states = new Set((await rows()).map(({ state }) => state));
      assertEquals([...states], ["sent"]);
    },
  );

  await t.step(
    "what a provider refuses waits for a person, without data in the reason",
    async () => {
      await confirmation();
      const providers = new Providers(() => ({
        outcome: "refused",
        reason: "twilio 400 21211",
      }));
      assertEquals((await processOutbox(worker(providers))).retried, 2);
      for (const { state, last_error } of await rows()) {
        assertEquals([state, last_error], ["failed", "twilio 400 21211"]);
      }
      const waiting = await sql`select id from admin.failed_notifications`;
      assertEquals(waiting.length, 2);
    },
  );

  await t.step(
    "an outage puts a message off for a minute; a silent provider got it once",
    async () => {
      await confirmation();
      await using provider = testProvider(silence);
      const account = {
        TWILIO_API_URL: provider.url,
        TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
        TWILIO_AUTH_TOKEN: "the-token-of-the-account",
      };
      // Loading Twilio's library holds up this process, in which the provider is too: not within the time limits.
      await twilioClient(account, 1_000);
      const sendSms = smsSender({
        ...account,
        PUBLIC_URL: "https://econsult.example",
        TWILIO_FROM: "eConsult",
      });
      const sendMail = mailSender({
        MAILGUN_API_URL: provider.url,
        MAILGUN_API_KEY: "the-key-of-the-domain",
        MAILGUN_DOMAIN: "mail.econsult.example",
        MAIL_FROM: "eConsult <no-reply@mail.econsult.example>",
      });
      const impatient = worker(new Providers(), {
        sendSms: (sms) => sendSms({ ...sms, timeLimit: 1_000 }),
        sendMail: (mail) => sendMail({ ...mail, timeLimit: 1_000 }),
      });
      assertEquals((await processOutbox(impatient)).retried, 2);
      assertEquals((await processOutbox(impatient)).retried, 0);
      assertEquals(provider.requests.length, 2);
      for (const { state, due_in, lease } of await rows()) {
        assertEquals([state, lease], ["due", null]);
        assert(due_in > 50 && due_in <= 60, `due in ${due_in} s`);
      }
    },
  );

  await t.step(
    "when the worker dies after sending, the provider's report keeps it from being sent again",
    async () => {
      await confirmation();
      const dying = new Providers(() => {
        throw new Error("the process ends here");
      });
      const dead = worker(dying, {
        client: Object.create(project.client, {
          rpc: {
            value: (name: string, args: object) =>
              name === "claim_notifications"
                ? project.client.rpc(name, args)
                : Promise.resolve({ data: null, error: { code: "gone" } }),
          },
        }),
      });
      await assertRejects(() => processOutbox(dead));
      const claimed = await rows();
      assertEquals(claimed.map(({ state }) => state), ["due", "due"]);
      for (const { id } of claimed) {
        await recordReport({
          notificationId: id,
          providerMessageId: `late-${id}`,
          outcome: "delivered",
        });
      }
      await sql`update public.notifications set leased_until = now() - interval '1 second'`;
      const providers = new Providers();
      await processOutbox(worker(providers));
      assertEquals([providers.sms.length, providers.mails.length], [0, 0]);
      for (const { state, provider_message_id, id } of await rows()) {
        assertEquals([state, provider_message_id], ["delivered", `late-${id}`]);
      }
    },
  );

  await t.step(
    "when the worker dies before sending, another one sends after the lease",
    async () => {
      await confirmation();
      await project.client.rpc("claim_notifications", {
        batch: 10,
        lease_seconds: 60,
      });
      const providers = new Providers();
      assertEquals((await processOutbox(worker(providers))).sent, 0);
      await sql`update public.notifications set leased_until = now() - interval '1 second'`;
      assertEquals((await processOutbox(worker(providers))).sent, 2);
    },
  );

  await t.step(
    "a worker that stood still until its lease was nearly over begins nothing more",
    async () => {
      await confirmation();
      for (let n = 0; n < 3; n++) {
        await sql`select private.notify('appointment_confirmation', ${patient}, ${appointment})`;
      }
      using clock = new MovedClock();
      const sleeping = new Providers(({ notificationId }) => {
        clock.add(90_000);
        return { outcome: "sent", providerMessageId: `n-${notificationId}` };
      });
      const { sent } = await processOutbox(worker(sleeping));
      // Those that it had begun, side by side.
      assertEquals(sent, 4);
      const left = (await rows()).filter(({ state }) => state === "due");
      assertEquals(left.length, 4);
    },
  );

  await t.step(
    "nothing reminds of a cancelled appointment, even when the reminder was put off before",
    async () => {
      await fill("appointment_reminder", patient, appointment);
      await sql`update public.appointments
      set state = 'cancelled', cancelled_at = now(), cancelled_by = 'doctor', cancellation_reason = 'Urgence médicale'
      where id = ${appointment}`;
      const providers = new Providers();
      const round = await processOutbox(worker(providers));
      assertEquals(round, { sent: 0, retried: 0, withdrawn: 2 });
      assertEquals((await rows()).map(({ state }) => state), [
        "withdrawn",
        "withdrawn",
      ]);
    },
  );

  await t.step(
    "workers that start together remind of each appointment once, and plan the next reminder",
    async () => {
      await sql`delete from public.notifications`;
      await sql`update public.doctors set time_zone = ${zoneAtNoon()} where id = ${doctor}`;
      const ids = Array.from({ length: 15 }, () => crypto.randomUUID());
      await sql`
        insert into public.appointments (id, patient_id, doctor_id, during, language)
        select id::uuid, ${record}, ${doctor}, tstzrange(start, start + interval '1 minute'), 'fr'
        from unnest(${ids}::text[]) with ordinality as wanted (id, n)
        cross join lateral (select now() + interval '24 hours' + n * interval '1 minute' as start) as starts`;
      await sql`
        insert into private.reminders select unnest(${ids}::text[])::uuid, now()`;
      const providers = new Providers();
      await Promise.all([1, 2, 3].map(() => processOutbox(worker(providers))));
      assertEquals([providers.sms.length, providers.mails.length], [15, 15]);
      const written = await sql`
        select appointment_id, channel from public.notifications
        where kind = 'appointment_reminder' and state = 'sent' group by 1, 2`;
      assertEquals(written.length, 30);
      const [planned] = await sql`
        select count(*)::int as count from private.reminders
        join public.appointments on id = appointment_id and due_at = starts_at - interval '1 hour'`;
      assertEquals(planned?.count, 15);
      await sql`delete from public.appointments where id::text = any(${ids})`;
    },
  );

  await t.step(
    "a cancellation names the reason and who is free now in the e-mail, and neither in the SMS",
    async () => {
      await sql`update public.doctors set free_now_until = case when slug = 'paul-reuter' then now() + interval '1 hour' end`;
      await fill("appointment_cancellation", patient, appointment);
      const providers = new Providers();
      await processOutbox(worker(providers));
      const [mail] = providers.mails;
      const [sms] = providers.sms;
      assertMatch(mail?.text ?? "", /Urgence médicale/);
      assertMatch(
        mail?.text ?? "",
        /Paul Reuter.*https:\/\/econsult\.example\/fr\/doctors\/paul-reuter/,
      );
      assertEquals(mail?.text.includes("Marc Hoffmann"), false);
      const calendar = await mail?.attachments?.[0]?.text();
      assertMatch(calendar ?? "", /METHOD:CANCEL/);
      assertEquals(/urgence|Reuter/i.test(sms?.text ?? ""), false);
    },
  );

  await t.step(
    "an invitation carries a link that opens a session, once",
    async () => {
      const { data, error } = await project.client.auth.admin.generateLink({
        type: "invite",
        email: "new@mail.example",
      });
      assertEquals(error, null);
      const id = data.user?.id ?? "";
      await sql`insert into public.accounts (id, kind, language, phone)
      values (${id}, 'patient', 'de', '+352621999001')`;
      await fill("account_activation", id, null);
      const providers = new Providers();
      await processOutbox(worker(providers));
      const [, token_hash = ""] =
        /https:\/\/econsult\.example\/de\/invitation\?token=([0-9a-f]+)/
          .exec(providers.mails[0]?.text ?? "") ?? [];
      const verify = () =>
        project.visitor.auth.verifyOtp({ token_hash, type: "invite" });
      assertEquals((await verify()).data.user?.id, id);
      assertEquals((await verify()).error?.code, "otp_expired");
      await project.visitor.auth.signOut();
    },
  );

  await t.step(
    "a sign-up's e-mail carries 256 random bits of which only the hash is kept, and each try's link works",
    async () => {
      await sql`delete from public.notifications`;
      const begun = await project.client.rpc("begin_sign_up", {
        form_id: crypto.randomUUID(),
        matricule: "1893120105732",
        first_name: "Zoé",
        last_name: "Wagner",
        email: "zoe@mail.example",
        phone: "+352621999002",
        street: "x",
        postal_code: "x",
        city: "x",
        country: "LU",
        language: "de",
      });
      const [{ id, code }] = begun.data ?? [];
      await project.client.rpc("check_sign_up_code", {
        sign_up_id: id,
        code,
      });
      const tokens: string[] = [];
      for (const outcome of ["retry", "sent"] as const) {
        const providers = new Providers(() =>
          outcome === "sent"
            ? { outcome, providerMessageId: "m-1" }
            : { outcome, reason: "lost" }
        );
        await processOutbox(worker(providers));
        await sql`update public.notifications set due_at = now()`;
        assertEquals(providers.mails[0]?.to, "zoe@mail.example");
        const [, token = ""] = /\/de\/activation\?token=([0-9a-f]{64})$/m
          .exec(providers.mails[0]?.text ?? "") ?? [];
        tokens.push(token);
      }
      const [kept] = await sql`select link_hashes from private.sign_ups`;
      assertEquals(
        kept?.link_hashes,
        tokens.map((token) => createHash("sha256").update(token).digest("hex")),
      );
      assertEquals(new Set(tokens).size, 2);
    },
  );

  await t.step(
    "a link of Auth's that bounces waits for a person, who cannot send it again",
    async () => {
      await sql`delete from public.notifications`;
      const id = crypto.randomUUID();
      const noted = await project.client.rpc("note_auth_email", {
        id,
        account_id: patient,
        kind: "password_link",
        provider_message_id: "link-1",
      });
      assertEquals(noted.error, null);
      const failed = () =>
        sql`select id, kind, last_error from admin.failed_notifications`;
      assertEquals((await failed()).length, 0);
      await recordReport({
        notificationId: id,
        providerMessageId: "link-1",
        outcome: "failed",
        reason: "mailgun 550 bounce",
      });
      const waits = [{
        id,
        kind: "password_link",
        last_error: "mailgun 550 bounce",
      }];
      assertEquals((await failed()).map((row) => ({ ...row })), waits);
      await assertRejects(
        async () => await sql`select admin.retry_notification(${id})`,
        Error,
        "was not kept",
      );
      assertEquals((await failed()).map((row) => ({ ...row })), waits);
      assertEquals((await processOutbox(worker(new Providers()))).sent, 0);
      // One that is refused at once, and one of somebody without an account.
      for (const account_id of [patient, crypto.randomUUID()]) {
        await project.client.rpc("note_auth_email", {
          id: crypto.randomUUID(),
          account_id,
          kind: "account_activation",
          reason: "mailgun 400",
        });
      }
      assertEquals(
        (await failed()).map(({ kind }) => kind).sort(),
        ["account_activation", "password_link"],
      );
    },
  );

  await t.step("a stopped worker claims nothing more", async () => {
    await fill("account_exists", patient, null);
    const providers = new Providers();
    const signal = AbortSignal.abort();
    await processOutbox(worker(providers, { signal }));
    assertEquals(providers.mails.length, 0);
    await processOutbox(worker(providers));
    assertEquals(providers.mails.length, 1);
  });

  await t.step(
    "a consultation that nobody ended for four hours is closed, a younger one is not",
    async () => {
      await sql`delete from public.appointments where id = ${appointment}`;
      for (const hours of [3, 5]) {
        await sql`
        insert into public.appointments (
          id, patient_id, doctor_id, during, language, state, waiting_since, called_at, started_at
        )
        values (
          ${crypto.randomUUID()}, ${record}, ${doctor},
          tstzrange(now() + ${hours} * interval '100 days', now() + ${hours} * interval '100 days' + interval '10 minutes'),
          'fr', 'in_progress', now(), now(), now() - ${hours} * interval '1 hour'
        )`;
      }
      await purgeExpired(project.client);
      const states = await sql`
      select state from public.appointments
      where starts_at > now() + interval '200 days' order by starts_at`;
      assertEquals(states.map(({ state }) => state), [
        "in_progress",
        "completed",
      ]);
    },
  );
});
