import { assert, assertEquals, assertMatch } from "@std/assert";
import { App } from "fresh";
import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import twilio from "twilio";
import type { State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { silence, type TestCarrier, testCarrier } from "@/services/testing.ts";

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
  const carrier = testCarrier(async (request, closing) => {
    const { pathname } = new URL(request.url);
    if (mood.silent) return silence(request, closing);
    if (pathname === "/rest/v1/accounts") {
      return Response.json({ language: "pt" });
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
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (name) Deno.env.set(name, suppliers[name] ?? value ?? "");
  }
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

async function lastForm(carrier: TestCarrier): Promise<FormData> {
  const request = carrier.requests.at(-1);
  if (!request) throw new Error("Nothing reached the carrier");
  return await request.clone().formData();
}

Deno.test("hooks", async (t) => {
  let trouble: Response | null = null;
  let silent = false;
  await using sms = testCarrier((request, closing) =>
    silent
      ? silence(request, closing)
      : trouble?.clone() ?? Response.json({ sid: "SM1" }, { status: 201 })
  );
  await using mail = testCarrier(() =>
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
      assertMatch(String(form.get("Body")), /codigo.*123456/i);
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
      const [answer, status] of [
        [Response.json({ code: 21211, message: "x" }, { status: 400 }), 422],
        [new Response("<h1>Oops</h1>", { status: 500 }), 502],
      ] as const
    ) {
      trouble = answer;
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
    "Auth's e-mails lead to our pages, in the person's language",
    async () => {
      const request = (email_action_type: string, more: object = {}) =>
        fromAuth({
          user: { ...user, ...more },
          email_data: {
            email_action_type,
            token_hash: "abc123",
            token_hash_new: "",
          },
        }, Deno.env.get("SEND_EMAIL_HOOK_SECRET") ?? "");
      for (
        const [action, link] of [
          ["recovery", "/pt/password/reset?token=abc123"],
          ["invite", "/pt/activation?token=abc123&type=invite"],
        ] as const
      ) {
        const response = await post(paths.sendEmailHook(), request(action));
        assertEquals([response.status, await response.json()], [200, {}]);
        const form = await lastForm(mail);
        assertEquals(form.get("to"), user.email);
        assertEquals(
          String(form.get("text")).includes(`https://econsult.example${link}`),
          true,
          action,
        );
      }
      const before = mail.requests.length;
      const change = request("email_change", { new_email: "new@mail.example" });
      await (await post(paths.sendEmailHook(), change)).body?.cancel();
      const [first, second] = await Promise.all(
        mail.requests.slice(before).map((one) => one.clone().formData()),
      );
      const byAddress = new Map(
        [first, second].map((
          form,
        ) => [form?.get("to"), String(form?.get("text"))]),
      );
      assertMatch(byAddress.get("new@mail.example") ?? "", /token=abc123/);
      assertEquals(byAddress.get(user.email)?.includes("abc123"), false);

      const unknown = await post(paths.sendEmailHook(), request("magiclink"));
      assertEquals((await unknown.json()).error.http_code, 501);
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
      assertEquals(calls, [
        ["notification_accepted", { id: notification, carrier_id: "SM1" }],
      ]);
      const undelivered = {
        MessageSid: "SM1",
        MessageStatus: "undelivered",
        ErrorCode: "30003",
      };
      assertEquals((await post(path, report(undelivered))).status, 204);
      assertEquals(calls.at(-1), ["notification_reported", {
        carrier_id: "SM1",
        delivered: false,
        reason: "twilio 30003 undelivered",
      }]);
      calls.length = 0;
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
        ["notification_accepted", { id: notification, carrier_id: "m-1@x" }],
        ["notification_reported", {
          carrier_id: "m-1@x",
          delivered: false,
          reason: "mailgun 550 bounce",
        }],
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
      assertEquals(calls.at(-1)?.[0], "notification_accepted");
    },
  );
});
