import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { ConfigError, parseConfig, readConfig } from "./config.ts";
import { parseDuration, parseSize } from "./units.ts";

Deno.test("the CLI's presets hold where nothing is said", () => {
  const { auth, storage, api } = parseConfig("");
  assertEquals([
    auth.jwt_expiry,
    auth.minimum_password_length,
    auth.mfa.phone.enroll_enabled,
  ], [3600, 6, false]);
  assertEquals([storage.file_size_limit, api.max_rows], [50 * 1024 ** 2, 1000]);
});

Deno.test("a file is read with what it takes from the environment", async () => {
  const workdir = await Deno.makeTempDir({ prefix: "config-test-" });
  try {
    assertEquals(
      (await readConfig(workdir, {})).auth.site_url,
      "http://127.0.0.1:3000",
    );
    await Deno.mkdir(`${workdir}/supabase`);
    await Deno.writeTextFile(
      `${workdir}/supabase/config.toml`,
      `
project_id = "a project"
[studio]
port = 54323
[auth]
site_url = "env(PUBLIC_URL)"
[auth.hook.send_sms]
enabled = true
uri = "env(HOOK_URI)"
secrets = "env(HOOK_SECRET)"
[auth.sms.twilio]
auth_token = "env(NOT_NEEDED)"
[storage.buckets.avatars]
public = true
file_size_limit = "5MiB"
`,
    );
    const environment = {
      PUBLIC_URL: "http://localhost:8000",
      HOOK_URI: "http://localhost:8000/api/hooks/send-sms",
      HOOK_SECRET: "v1,whsec_dGhlIHNlY3JldCBvZiB0aGUgaG9va3M=",
      GOTRUE_MFA_CHALLENGE_EXPIRY_DURATION: "600s",
    };
    const config = await readConfig(workdir, environment);
    assertEquals(config.auth.site_url, environment.PUBLIC_URL);
    assertEquals(config.auth.hook.send_sms?.uri, environment.HOOK_URI);
    assertEquals(
      config.storage.buckets.avatars?.file_size_limit,
      5 * 1024 ** 2,
    );
    assertEquals(config.gotrue.MFA_CHALLENGE_EXPIRY_DURATION, 600);
    await assertRejects(
      () => readConfig(workdir, { ...environment, HOOK_SECRET: undefined }),
      ConfigError,
      "auth.hook.send_sms.secrets: the environment variable HOOK_SECRET is not set",
    );
  } finally {
    await Deno.remove(workdir, { recursive: true });
  }
});

Deno.test("what is wrong is named by its setting", () => {
  assertThrows(
    () => parseConfig('[auth]\njwt_expiry = "soon"'),
    ConfigError,
    "auth.jwt_expiry",
  );
  assertThrows(
    () => parseConfig('[auth.mfa.phone]\nmax_frequency = "30 s"'),
    ConfigError,
    "auth.mfa.phone.max_frequency",
  );
  assertThrows(
    () => parseConfig('[auth.hook.send_sms]\nuri = "ftp://x"\nsecrets = "x"'),
    ConfigError,
    "auth.hook.send_sms.uri",
  );
  assertThrows(
    () => parseConfig('[auth.hook.send_sms]\nuri = "http://x"\nsecrets = "x"'),
    ConfigError,
    "v1,whsec_",
  );
  assertThrows(() => parseConfig("", { GOTRUE_SMS_OTP_EXP: "long" }), Error);
});

Deno.test("durations are Go's, sizes are the CLI's", () => {
  assertEquals(["1h30m", "5s", "0", "1.5s", "100ms"].map(parseDuration), [
    5400,
    5,
    0,
    1.5,
    0.1,
  ]);
  assertEquals(["50MiB", "500KB", "1g", "12"].map(parseSize), [
    52428800,
    512000,
    1073741824,
    12,
  ]);
  for (const wrong of ["", "5", "s", "-5s", "5 s"]) {
    assertThrows(() => parseDuration(wrong), RangeError);
  }
});
