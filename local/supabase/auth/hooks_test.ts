import { assert, assertEquals, assertRejects } from "@std/assert";
import { Webhook } from "standardwebhooks";
import { parseConfig } from "../config.ts";
import { testDatabase } from "../testing.ts";
import { AuthError } from "./errors.ts";
import { createHooks } from "./hooks.ts";
import { PROJECT, testProject } from "./testing.ts";

const SECRETS = [
  "v1,whsec_b25lIHNlY3JldCBvZiB0aGUgaG9vaw==",
  "v1,whsec_YW5vdGhlciBzZWNyZXQgb2YgaXQ=",
];

/** A receiver that answers its calls one after the other. */
function receiver(
  ...answers: ((request: Request) => Response | Promise<Response>)[]
) {
  let calls = 0;
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    assert(answer);
    return await answer(request);
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}/hook`,
    get calls() {
      return calls;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("a hook over HTTP", async (t) => {
  await using db = await testDatabase();
  const call = (url: string, limit = 2_000) => {
    const config = parseConfig(
      `[auth.hook.send_sms]\nenabled = true\nuri = "${url}"\nsecrets = "${
        SECRETS.join("|")
      }"`,
    );
    return createHooks(config, db.admin, { limit, pause: 10 }).call(
      "send_sms",
      { sms: { otp: "123456" } },
    );
  };
  const refusal = async (url: string, limit?: number) => {
    const { status, code, message } = await assertRejects(
      () => call(url, limit),
      AuthError,
    );
    return { status, code, message };
  };

  await t.step(
    "is signed with each secret, so that either verifies it",
    async () => {
      await using hook = receiver(async (request) => {
        const body = await request.text();
        for (const secret of SECRETS) {
          new Webhook(secret.slice(3)).verify(
            body,
            Object.fromEntries(request.headers),
          );
        }
        return Response.json(JSON.parse(body));
      });
      assertEquals(await call(hook.url), { sms: { otp: "123456" } });
    },
  );

  await t.step(
    "is tried again when it asks for it, at most three times",
    async () => {
      const busy = () =>
        new Response(null, { status: 503, headers: { "retry-after": "1" } });
      await using hook = receiver(busy, busy, () => Response.json({}));
      assertEquals(await call(hook.url), {});
      assertEquals(hook.calls, 3);
      await using never = receiver(busy);
      assertEquals((await refusal(never.url)).code, "hook_timeout_after_retry");
      assertEquals(never.calls, 3);
      await using broken = receiver(() =>
        new Response("oops", { status: 500 })
      );
      assertEquals((await refusal(broken.url)).status, 500);
      assertEquals(broken.calls, 1);
    },
  );

  await t.step("that is away, or answers too late, ends in time", async () => {
    assertEquals(
      (await refusal("http://127.0.0.1:1/")).code,
      "hook_timeout_after_retry",
    );
    const release = Promise.withResolvers<Response>();
    await using slow = receiver(() => release.promise);
    assertEquals(await refusal(slow.url, 50), {
      status: 422,
      code: "hook_timeout",
      message: "Failed to reach hook within maximum time of 5.000000 seconds",
    });
    release.resolve(Response.json({}));
  });

  await t.step("may refuse with a status and a message", async () => {
    await using hook = receiver(() =>
      Response.json({ error: { http_code: 422, message: "no such number" } })
    );
    const { status, message } = await refusal(hook.url);
    assertEquals([status, message], [422, "no such number"]);
  });

  await t.step(
    "that answers nonsense is a failure, never a success",
    async () => {
      const answers = [
        () =>
          new Response("{", {
            headers: { "content-type": "application/json" },
          }),
        () => Response.json(null),
        () =>
          new Response("fine", { headers: { "content-type": "text/html" } }),
        () => Response.json({ padding: "x".repeat(300_000) }),
        () => new Response(null, { status: 401 }),
        () =>
          new Response(null, {
            status: 302,
            headers: { location: "/elsewhere" },
          }),
      ];
      for (const answer of answers) {
        await using hook = receiver(answer);
        await refusal(hook.url);
      }
    },
  );
});

const FUNCTIONS = `
  create schema private;
  grant usage on schema private to supabase_auth_admin;
  create table private.attempts (factor_id uuid, valid boolean);
  create function private.mfa_verification_attempt(event jsonb) returns jsonb language plpgsql security definer as $$
  begin
    insert into private.attempts values ((event ->> 'factor_id')::uuid, (event ->> 'valid')::boolean);
    if (select count(*) from private.attempts where factor_id = (event ->> 'factor_id')::uuid and not valid) >= 2 then
      return '{"decision": "reject", "message": "Too many wrong codes"}';
    end if;
    return '{"decision": "continue"}';
  end $$;
  create function private.claims(event jsonb) returns jsonb language sql as $$
    select jsonb_build_object('claims', event -> 'claims' || '{"kind": "patient"}')
  $$;
  revoke execute on all functions in schema private from public;
  grant execute on all functions in schema private to supabase_auth_admin;
`;

const HOOKS = `
[auth.hook.mfa_verification_attempt]
enabled = true
uri = "pg-functions://postgres/private/mfa_verification_attempt"
[auth.hook.custom_access_token]
enabled = true
uri = "pg-functions://postgres/private/claims"
`;

Deno.test("functions of the database as hooks: own claims, and the end of an attempt after wrong codes", async () => {
  await using project = await testProject(PROJECT + HOOKS);
  await project.db.admin.unsafe(FUNCTIONS);
  const [email, password] = [
    "patient@mail.example",
    "a password of good length",
  ];
  await project.admin.auth.admin.createUser({
    email,
    password,
    email_confirm: true,
  });
  const client = project.client();
  assertEquals(
    (await client.auth.signInWithPassword({ email, password })).error,
    null,
  );
  assertEquals((await client.auth.getClaims()).data?.claims.kind, "patient");

  const enrolled = await client.auth.mfa.enroll({
    factorType: "phone",
    phone: "+352621123456",
    friendlyName: "m",
  });
  const factorId = enrolled.data?.id ?? "";
  const challenge = await client.auth.mfa.challenge({
    factorId,
    channel: "sms",
  });
  const challengeId = challenge.data?.id ?? "";
  const code = project.calls.at(-1)?.sms?.otp === "000000"
    ? "000001"
    : "000000";
  const first = await client.auth.mfa.verify({ factorId, challengeId, code });
  assertEquals(first.error?.code, "mfa_verification_failed");
  const second = await client.auth.mfa.verify({ factorId, challengeId, code });
  assertEquals([second.error?.status, second.error?.code], [
    403,
    "mfa_verification_rejected",
  ]);
  assertEquals(second.error?.message, "Too many wrong codes");
  assertEquals(
    (await client.auth.getUser()).error?.name,
    "AuthSessionMissingError",
  );
  assertEquals((await project.db.admin`select from auth.sessions`).count, 0);
});
