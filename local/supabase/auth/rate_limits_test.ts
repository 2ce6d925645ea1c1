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

Deno.test("a larger count may come all at once", () => {
  const limits = createRateLimits(
    parseConfig("[auth.rate_limit]\nsign_in_sign_ups = 100"),
    () => 0,
  );
  for (let i = 0; i < 100; i++) limits.check("otp", "10.0.0.1");
  assertThrows(() => limits.check("otp", "10.0.0.1"), AuthError);
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
