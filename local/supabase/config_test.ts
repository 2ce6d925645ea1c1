import { assertEquals, assertThrows } from "@std/assert";
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

Deno.test("the project's own config.toml is understood", async () => {
  const environment = {
    PUBLIC_URL: "http://localhost:8000",
    SEND_SMS_HOOK_URI: "http://localhost:8000/api/hooks/send-sms",
    SEND_EMAIL_HOOK_URI: "http://localhost:8000/api/hooks/send-email",
    SEND_SMS_HOOK_SECRET: "v1,whsec_dGhlIHNlY3JldCBvZiB0aGUgaG9va3M=",
    SEND_EMAIL_HOOK_SECRET: "v1,whsec_dGhlIHNlY3JldCBvZiB0aGUgaG9va3M=",
    GOTRUE_MFA_CHALLENGE_EXPIRY_DURATION: "600s",
  };
  const root = new URL("../../", import.meta.url).pathname;
  const config = await readConfig(root, environment);
  assertEquals(config.auth.site_url, environment.PUBLIC_URL);
  assertEquals(config.auth.hook.send_sms?.uri, environment.SEND_SMS_HOOK_URI);
  assertEquals(config.gotrue.MFA_CHALLENGE_EXPIRY_DURATION, 600);
  assertThrows(
    () =>
      parseConfig('[auth.hook.send_sms]\nenabled = true\nuri = "env(NOWHERE)"'),
    ConfigError,
    "NOWHERE is not set",
  );
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
