import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { readEnv } from "@/env.ts";

async function example(): Promise<Record<string, string>> {
  const text = await Deno.readTextFile(
    new URL(".env.example", import.meta.url),
  );
  return Object.fromEntries(
    text.split("\n").filter((line) => /^[A-Z]/.test(line)).map((line) => {
      const [name = "", ...value] = line.split("=");
      return [name, value.join("=")];
    }),
  );
}

Deno.test("the example configuration is a valid one", async () => {
  const env = readEnv(await example());
  assertEquals(env.PASSWORD_MIN, 12);
  assertEquals(env.TRUST_PROXY, false);
});

Deno.test("one error names all that is wrong, and no value", () => {
  const error = assertThrows(
    () => readEnv({ PUBLIC_URL: "econsult", JITSI_APP_SECRET: "short" }),
    Error,
  );
  assertStringIncludes(error.message, "PUBLIC_URL");
  assertStringIncludes(error.message, "SUPABASE_URL: is missing");
  assertStringIncludes(error.message, "MAIL_FROM: is missing");
  assertEquals(error.message.includes("short"), false);
});
