import { assert, assertEquals, assertMatch } from "@std/assert";
import { App } from "fresh";
import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import twilio from "twilio";
import type { State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import {
  silence,
  type TestProvider,
  testProvider,
} from "@/services/testing.ts";

const user = {
  id: "a0000000-0000-4000-8000-000000000002",
  email: "joao.martins@mail.example",
  phone: "",
  user_metadata: { name: "João Martins" },
};
const notification = "0b9f6c1e-1111-4222-8333-444455556666";

/** Supabase's REST as far as the hooks call it: each call is written down, attempts are counted. */
function fakeRest() {
  const calls: [name: string, args: Record<string, unknown>][] = [];
  const attempts = new Map<string, number>();
  const mood = { silent: false };
  const carrier = testProvider(async (request, closing) => {
    const { pathname } = new URL(request.url);
    if (mood.silent) return silence(request, closing);
    if (pathname.endsWith("/rpc/account_contact")) {
      return Response.json({
        language: "pt",
        phone: null,
        first_name: "João",
        last_name: "Martins",
      });
    }
    const args = await carrier.requests.at(-1)?.clone().json();
    calls.push([pathname.replace("/rest/v1/rpc/", ""), args]);
    if (!pathname.endsWith("/take_attempt")) return Response.json(null);
    const count = (attempts.get(args.subject) ?? 0) + 1;
    attempts.set(args.subject, count);
    return Response.json(count <= args.allowed);
  });
  return { carrier, calls, mood };
}

/** The hooks as the app serves them, with these suppliers. The modules read the configuration once: it is set before. */
async function hooks(suppliers: Record<string, string>) {
  const example = await Deno.readTextFile(
    new URL("../../../.env.example", import.meta.url),
  );
  for (const line of example.split("\n")) {
    const [, name, value] = /^([A-Z_0-9]+)=(.*)$/.exec(line) ?? [];
    if (name) Deno.env.set(name, suppliers[name] ?? value ?? "");
  }
  Deno.env.set("SIGN_UP_SMS_PER_DAY", "4");
  Deno.env.set("SIGN_UP_SMS_PER_COUNTRY", "2");
  const [sendSms, sendEmail, twilioHook, mailgun] = await Promise.all([
    import("./send-sms.ts"),
    import("./send-email.ts"),
    import("./twilio.ts"),
    import("./mailgun.ts"),
  ]);
  const app = new App<State>()
    .post(paths.sendSmsHook(), sendSms.handler.POST)
    .post(paths.sendEmailHook(), sendEmail.handler.POST)
    .post(paths.twilioHook(), twilioHook.handler.POST)
    .post(paths.mailgunHook(), mailgun.handler.POST);
  const handle = app.handler();
  return (path: string, init: RequestInit) =>
    handle(
      // Behind a proxy: the address that reaches the app is not the public one.
      new Request(`http://10.0.0.7:8000${path}`, { ...init, method: "POST" }),
    );
}

function fromAuth(
  payload: unknown,
  secret: string,
  at = new Date(),
): RequestInit {
  const body = JSON.stringify(payload);
  const id = crypto.randomUUID();
  return {
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(secret.slice(3)).sign(id, at, body),
    },
  };
}

async function lastForm(carrier: TestProvider): Promise<FormData> {
  const request = carrier.requests.at(-1);
  if (!request) throw new Error("Nothing reached the carrier");
  return await request.clone().formData();
}

Deno.test("hooks", async (t) => {
  let trouble: Response | null = null;
  let silent = false;
  await using sms = testProvider((request, closing) =>
    silent
      ? silence(request, closing)
      : trouble?.clone() ?? Response.json({ sid: "SM1" }, { status: 201 })
  );
  await using mail = testProvider(() =>
    trouble?.clone() ?? Response.json({ id: "<m-1@x>", message: "Queued." })
  );
  const { carrier, calls, mood } = fakeRest();
  await using rest = carrier;
  const post = await hooks({
    TWILIO_API_URL: sms.url,
    MAILGUN_API_URL: mail.url,
    SUPABASE_URL: rest.url,
  });
  const secret = Deno.env.get("SEND_SMS_HOOK_SECRET") ?? "";
  const code = {
    user,
    sms: { otp: "123456", phone: "352621300002", sms_type: "mfa" },
  };

  await t.step(
    "a sign-in code goes to the factor's number, in the person's language",
    async () => {
      const response = await post(paths.sendSmsHook(), fromAuth(code, secret));
      assertEquals(response.status, 200);
      assertEquals(await response.json(), {});
      const form = await lastForm(sms);
      assertEquals(form.get("To"), "+352621300002");
      assertMatch(String(form.get("Body")), /código.*123456/i);
    },
  );

  await t.step(
    "nobody but Auth sends codes: wrong, old and missing signatures are refused",
    async () => {
      const before = sms.requests.length;
      const other = `v1,whsec_${btoa("another-secret-of-somebody-else")}`;
      const old = new Date(Date.now() - 10 * 60_000);
      const changed = {
        ...fromAuth(code, secret),
        body: JSON.stringify({ ...code, x: 1 }),
      };
      for (
        const init of [
          fromAuth(code, other),
          fromAuth(code, secret, old),
          changed,
          { body: JSON.stringify(code) },
        ]
      ) {
        const response = await post(paths.sendSmsHook(), init);
        assertEquals(response.status, 401);
        assertEquals((await response.json()).error.http_code, 401);
      }
      assertEquals(sms.requests.length, before);
    },
  );

  await t.step("a payload without a code is refused", async () => {
    const response = await post(
      paths.sendSmsHook(),
      fromAuth({ user }, secret),
    );
    assertEquals(response.status, 400);
    await response.body?.cancel();
  });

  await t.step("when the SMS cannot leave, Auth is told so", async () => {
    for (
      const [twilioResponse, status] of [
        [Response.json({ code: 21211, message: "x" }, { status: 400 }), 422],
        [new Response("<h1>Oops</h1>", { status: 500 }), 502],
      ] as const
    ) {
      trouble = twilioResponse;
      const response = await post(paths.sendSmsHook(), fromAuth(code, secret));
      assertEquals(response.status, 200);
      assertEquals((await response.json()).error.http_code, status);
    }
    trouble = null;
  });

  await t.step(
    "when everybody is silent, Auth gets its answer within four seconds",
    async () => {
      mood.silent = silent = true;
      const began = performance.now();
      const response = await post(paths.sendSmsHook(), fromAuth(code, secret));
      assert(performance.now() - began < 4_000);
      assertEquals((await response.json()).error.http_code, 502);
      mood.silent = silent = false;
    },
  );

  await t.step(
    "a number that Twilio refuses for good is noted, until a code leaves again",
    async () => {
      for (
        const [code_, cause] of [
          [21610, "stopped"],
          [21408, "region"],
          [21614, "number"],
        ] as const
      ) {
        trouble = Response.json({ code: code_, message: "x" }, { status: 400 });
        const response = await post(
          paths.sendSmsHook(),
          fromAuth(code, secret),
        );
        assertEquals((await response.json()).error.http_code, 422);
        const [name, args] = calls.at(-1) ?? [];
        assertEquals([name, args?.cause], ["note_sms_refusal", cause]);
        assertMatch(String(args?.reason), new RegExp(`^twilio 400 ${code_} `));
      }
      trouble = null;
      const response = await post(paths.sendSmsHook(), fromAuth(code, secret));
      assertEquals(await response.json(), {});
      assertEquals(calls.at(-1)?.[0], "clear_sms_refusal");
    },
  );

  await t.step("a request of Auth's that comes twice sends once", async () => {
    const before = sms.requests.length;
    const request = fromAuth(code, secret);
    for (const _ of ["first", "again"]) {
      const response = await post(paths.sendSmsHook(), { ...request });
      assertEquals([response.status, await response.json()], [200, {}]);
    }
    assertEquals(sms.requests.length, before + 1);
  });

  await t.step("the forty-first code within an hour is not sent", async () => {
    const before = sms.requests.length;
    const asked = { ...code, user: { ...user, id: crypto.randomUUID() } };
    const statuses = [];
    for (let n = 0; n < 41; n++) {
      const response = await post(paths.sendSmsHook(), fromAuth(asked, secret));
      statuses.push((await response.json()).error?.http_code);
    }
    assertEquals(statuses, [...Array(40).fill(undefined), 429]);
    assertEquals(sms.requests.length, before + 40);
  });

  await t.step(
    "a number that cannot be compared with the confirmed one gets no code",
    async () => {
      mood.silent = true;
      const before = sms.requests.length;
      const response = await post(paths.sendSmsHook(), fromAuth(code, secret));
      assertEquals((await response.json()).error.http_code, 502);
      assertEquals(sms.requests.length, before);
      mood.silent = false;
    },
  );

  await t.step(
    "whoever asks Auth itself for links fills nobody's mailbox",
    async () => {
      const before = mail.requests.length;
      const asked = { ...user, id: crypto.randomUUID() };
      const statuses = [];
      for (let n = 0; n < 9; n++) {
        const response = await post(
          paths.sendEmailHook(),
          fromAuth({
            user: asked,
            email_data: { email_action_type: "recovery", token_hash: "abc" },
          }, Deno.env.get("SEND_EMAIL_HOOK_SECRET") ?? ""),
        );
        statuses.push((await response.json()).error?.http_code);
      }
      assertEquals(statuses, [...Array(8).fill(undefined), 429]);
      assertEquals(mail.requests.length, before + 8);
    },
  );

  await t.step(
    "Auth's e-mails lead to our pages, in the person's language",
    async () => {
      const request = (email_action_type: string, more: object = {}) =>
        fromAuth({
          user: { ...user, ...more },
          email_data: {
            email_action_type,
            token_hash: "abc123",
          },
        }, Deno.env.get("SEND_EMAIL_HOOK_SECRET") ?? "");
      for (
        const [action, link] of [
          ["recovery", "/pt/password/reset?token=abc123"],
          ["invite", "/pt/invitation?token=abc123"],
        ] as const
      ) {
        const response = await post(paths.sendEmailHook(), request(action));
        assertEquals([response.status, await response.json()], [200, {}]);
        const form = await lastForm(mail);
        // A bounce finds its place by the id that the e-mail carries.
        assertEquals(calls.at(-1), ["note_auth_email", {
          id: form.get("v:notification"),
          account_id: user.id,
          kind: action === "recovery" ? "password_link" : "account_activation",
          provider_message_id: "m-1@x",
        }]);
        assertEquals(form.get("to"), user.email);
        assertEquals(
          String(form.get("text")).includes(`https://econsult.example${link}`),
          true,
          action,
        );
      }
      // Ours to send: Auth's own link would confirm without a press.
      for (const action of ["email_change", "magiclink"]) {
        const unknown = await post(paths.sendEmailHook(), request(action));
        assertEquals((await unknown.json()).error.http_code, 501);
      }
    },
  );

  await t.step(
    "sign-up SMS of a day end for one country abroad, and then for all",
    async () => {
      const { mayTextUnproved } = await import("@/services/auth/limits.ts");
      const answers: [string, boolean][] = [];
      for (const country of ["FR", "FR", "FR", "LU", "LU", "LU", "PT"]) {
        answers.push([country, await mayTextUnproved(country)]);
      }
      assertEquals(answers, [
        ["FR", true],
        ["FR", true],
        ["FR", false], // what is refused for its country takes nothing from all
        ["LU", true],
        ["LU", true],
        ["LU", false],
        ["PT", false],
      ]);
      const windows = calls.filter(([, { subject }]) =>
        String(subject).startsWith("sign-up-sms")
      ).map(([, args]) => args.window_seconds);
      assertEquals(new Set(windows), new Set([24 * 60 * 60]));
    },
  );

  await t.step(
    "Twilio's reports settle the notification they name",
    async () => {
      const token = Deno.env.get("TWILIO_AUTH_TOKEN") ?? "";
      const path = `${paths.twilioHook()}?notification=${notification}`;
      const report = (form: Record<string, string>, key = token) => ({
        body: new URLSearchParams(form),
        headers: {
          "X-Twilio-Signature": twilio.getExpectedTwilioSignature(
            key,
            `https://econsult.example${path}`,
            form,
          ),
        },
      });
      calls.length = 0;
      const form = { MessageSid: "SM1", MessageStatus: "sent" };
      assertEquals((await post(path, report(form))).status, 204);
      assertEquals(
        calls,
        eitherOutbox("accepted", {
          id: notification,
          provider_message_id: "SM1",
        }),
      );
      const undelivered = {
        MessageSid: "SM1",
        MessageStatus: "undelivered",
        ErrorCode: "30003",
      };
      assertEquals((await post(path, report(undelivered))).status, 204);
      assertEquals(
        calls.slice(-2),
        eitherOutbox("reported", {
          provider_message_id: "SM1",
          delivered: false,
          reason:
            "twilio 30003 undelivered (the phone is off or without network)",
        }),
      );
      calls.length = 0;
      // Signed as Twilio signs it, and one parameter twice: the first would be read, the last was signed.
      const genuine = report(undelivered);
      const doubled = new URLSearchParams([
        ["MessageStatus", "delivered"],
        ...Object.entries(undelivered),
      ]);
      assertEquals(
        (await post(path, { ...genuine, body: doubled })).status,
        400,
      );
      assertEquals(
        (await post(`${path}&notification=x`, genuine)).status,
        400,
      );
      assertEquals(calls, []);
      assertEquals(
        (await post(path, report(form, "another-token"))).status,
        403,
      );
      assertEquals(
        (await post(`${path}0`, report(form))).status,
        403,
        "the address is signed too",
      );
      assertEquals(calls, []);
    },
  );

  await t.step(
    "Mailgun's reports settle the notification they carry, each once",
    async () => {
      const key = Deno.env.get("MAILGUN_WEBHOOK_SIGNING_KEY") ?? "";
      const event = (data: object, signingKey = key, at = Date.now()) => {
        const timestamp = String(Math.floor(at / 1000));
        const token = crypto.randomUUID();
        const signature = createHmac("sha256", signingKey)
          .update(timestamp + token).digest("hex");
        return {
          body: JSON.stringify({
            signature: { timestamp, token, signature },
            "event-data": {
              message: { headers: { "message-id": "m-1@x" } },
              "user-variables": { notification },
              ...data,
            },
          }),
        };
      };
      const status = async (init: RequestInit) =>
        (await post(paths.mailgunHook(), init)).status;
      calls.length = 0;
      const bounce = event({
        event: "failed",
        severity: "permanent",
        reason: "bounce",
        "delivery-status": { code: 550, message: "no joao here" },
      });
      assertEquals(await status(bounce), 204);
      assertEquals(calls.slice(1), [
        ...eitherOutbox("accepted", {
          id: notification,
          provider_message_id: "m-1@x",
        }),
        ...eitherOutbox("reported", {
          provider_message_id: "m-1@x",
          delivered: false,
          reason: "mailgun 550 bounce (the mailbox does not exist)",
        }),
      ]);
      calls.length = 0;
      assertEquals(await status(bounce), 406, "the same event again");
      assertEquals(
        await status(event({ event: "delivered" }, "wrong key")),
        401,
      );
      const hour = 3_600_000;
      assertEquals(
        await status(event({ event: "delivered" }, key, Date.now() - hour)),
        401,
      );
      assertEquals(await status({ body: "{}" }), 406);
      assertEquals(await status({ body: "no JSON" }), 406);
      assert(calls.every(([name]) => name === "take_attempt"));
      const temporary = event({ event: "failed", severity: "temporary" });
      assertEquals(await status(temporary), 204);
      assertEquals(
        calls.slice(-2).map(([name]) => name),
        eitherOutbox("accepted").map(([name]) => name),
      );
    },
  );
});

/** A report names an id: that of a notification or of the delivery of a document; each outbox knows its own. */
function eitherOutbox(what: "accepted" | "reported", args: unknown = {}) {
  return [[`notification_${what}`, args], [`delivery_${what}`, args]];
}
