import { assertEquals } from "@std/assert";
import type { Person } from "./session.ts";
import { afterSignInPath } from "./after_sign_in.ts";

const person = (kind: Person["kind"]): Person => ({
  id: "x",
  kind,
  name: "",
  email: "",
  accessToken: "",
  expiresAt: Temporal.Now.instant(),
});

Deno.test("people arrive where they were going, in the language they read now", () => {
  assertEquals(
    afterSignInPath(
      "de",
      person("patient"),
      "/fr/doctors/claire-weber?week=2026-11-23",
    ),
    "/de/doctors/claire-weber?week=2026-11-23",
  );
});

Deno.test("without a destination a doctor arrives at the day, everybody else at the doctors", () => {
  for (const next of [null, "//evil.example", "/fr/sign-out"]) {
    assertEquals(
      afterSignInPath("fr", person("doctor"), next),
      "/fr/workspace",
    );
    assertEquals(afterSignInPath("fr", person("patient"), next), "/fr");
  }
});
