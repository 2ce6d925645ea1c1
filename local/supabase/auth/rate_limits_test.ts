import { assertEquals, assertThrows } from "@std/assert";
import { parseConfig } from "../config.ts";
import { AuthError } from "./errors.ts";
import { createRateLimits } from "./rate_limits.ts";
import { PROJECT, testProject } from "./testing.ts";

Deno.test("a burst of thirty passes, then one every ten seconds; each address by itself", () => {
  let now = 0;
  const limits = createRateLimits(parseConfig(""), () => now);
  const verify = (address: string) => limits.check("verify", address);
  for (let i = 0; i < 30; i++) verify("10.0.0.1");
  assertEquals(
    assertThrows(() => verify("10.0.0.1"), AuthError).code,
    "over_request_rate_limit",
  );
  verify("10.0.0.2");
  now += 9_900;
  assertThrows(() => verify("10.0.0.1"), AuthError);
  now += 200;
  verify("10.0.0.1");
  assertThrows(() => verify("10.0.0.1"), AuthError);
});

Deno.test("thirty at once whatever the rate, and each path by itself", () => {
  let now = 0;
  const limits = createRateLimits(
    parseConfig("[auth.rate_limit]\nsign_in_sign_ups = 3000"),
    () => now,
  );
  const otp = (path: string) => limits.check("otp", "10.0.0.1", path);
  for (let i = 0; i < 30; i++) otp("/otp");
  assertThrows(() => otp("/otp"), AuthError);
  otp("/recover");
  now += 1_000; // 3000 in five minutes are ten a second
  for (let i = 0; i < 10; i++) otp("/otp");
  assertThrows(() => otp("/otp"), AuthError);
});

Deno.test("messages are counted for the whole project", () => {
  const limits = createRateLimits(
    parseConfig("[auth.rate_limit]\nsms_sent = 2\nemail_sent = 1"),
    () => 0,
  );
  limits.check("sms", "project");
  limits.check("sms", "project");
  assertEquals(
    assertThrows(() => limits.check("sms", "project"), AuthError).code,
    "over_sms_send_rate_limit",
  );
  limits.check("email", "project");
  assertEquals(
    assertThrows(() => limits.check("email", "project"), AuthError).code,
    "over_email_send_rate_limit",
  );
});

Deno.test("codes of a second factor do not count as SMS of the project, and their hook's 429 is a 500", async () => {
  await using project = await testProject(
    PROJECT.replace("sms_sent = 3000", "sms_sent = 1"),
  );
  const email = "doctor@mail.example";
  const password = "a password of good length";
  await project.admin.auth.admin.createUser({
    ...{ email, password, email_confirm: true },
  });
  const { auth } = project.client();
  await auth.signInWithPassword({ email, password });
  const enrolled = await auth.mfa.enroll({
    ...{ factorType: "phone", phone: "+352621123456", friendlyName: "m" },
  });
  const factorId = enrolled.data?.id ?? "";
  for (let sent = 1; sent <= 3; sent++) {
    assertEquals((await auth.mfa.challenge({ factorId })).error, null);
    assertEquals(project.calls.length, sent);
  }
  project.answerHooks(() =>
    Response.json({ error: { http_code: 429, message: "too many codes" } })
  );
  const { error } = await auth.mfa.challenge({ factorId });
  assertEquals(
    [error?.status, error?.message],
    [500, "error invoking hook"],
  );
});

Deno.test("through the door: a guesser is stopped, another address is not; codes by SMS need a pause", async () => {
  await using project = await testProject(
    PROJECT.replace("token_verifications = 3000", "token_verifications = 30")
      .replace(
        /max_frequency = "0s"\n\[auth.mfa.totp/,
        'max_frequency = "30s"\n[auth.mfa.totp',
      ),
  );
  const guess = (address: string) =>
    project.client(address).auth.verifyOtp({
      email: "patient@mail.example",
      token: "123456",
      type: "email",
    });
  for (let i = 0; i < 30; i++) {
    assertEquals((await guess("203.0.113.1")).error?.code, "otp_expired");
  }
  const stopped = await guess("203.0.113.1");
  assertEquals([stopped.error?.status, stopped.error?.code], [
    429,
    "over_request_rate_limit",
  ]);
  assertEquals((await guess("203.0.113.2")).error?.code, "otp_expired");

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
  await client.auth.signInWithPassword({ email, password });
  const enrolled = await client.auth.mfa.enroll({
    factorType: "phone",
    phone: "+352621123456",
    friendlyName: "m",
  });
  const factorId = enrolled.data?.id ?? "";
  assertEquals(
    (await client.auth.mfa.challenge({ factorId, channel: "sms" })).error,
    null,
  );
  const again = await client.auth.mfa.challenge({ factorId, channel: "sms" });
  assertEquals([again.error?.status, again.error?.code], [
    429,
    "over_sms_send_rate_limit",
  ]);
  assertEquals(project.calls.length, 1);
});
