import { assertEquals } from "@std/assert";
import { safeNext, withoutGlue } from "./incoming_paths.ts";
import { paths } from "./paths.ts";

const id = "0b9f6c1e-1111-4222-8333-444455556666";

Deno.test("after sign-in people come back to the page they wanted", () => {
  for (
    const path of [
      "/fr",
      "/fr?q=M%C3%BCller&today=yes",
      "/pt/appointments",
      paths.waitingRoom("lb", id),
      paths.booking("fr", "claire-weber", "2026-11-24T16:10:00Z"),
      paths.doctor("fr", "claire-weber", {
        week: "2026-11-23",
        reason: id,
        move: id,
      }),
      paths.booking("fr", "claire-weber", "2026-11-24T16:10:00Z", id),
      paths.doctor("en", "claire-weber", { week: "2026-11-23" }),
    ]
  ) assertEquals(safeNext(path), path);
  assertEquals(safeNext("/fr/help#sound"), "/fr/help");
});

Deno.test("after sign-in nobody is led to another site", () => {
  for (
    const attempt of [
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "\n/fr",
      " //evil.example",
      "https://evil.example/fr",
      "http:/evil.example",
      "javascript:alert(1)",
      "%2f%2fevil.example",
      "/%2f%2fevil.example",
      "/%5cevil.example",
      "/fr/%2f%2fevil.example",
      "/fr//evil.example",
      "/fr/%0d%0aSet-Cookie:a=b",
      "/fr/..//evil.example",
      "/fr/../../evil.example",
      "/./evil.example",
      "/fr/%",
      "/fr@evil.example",
      "/frevil",
      "@evil.example",
      "fr",
      "",
      null,
      undefined,
      "/" + "a".repeat(3000),
    ]
  ) assertEquals(safeNext(attempt), null, String(attempt));
});

Deno.test("after sign-in nobody is led into a circle, out again, or to the API", () => {
  for (
    const attempt of [
      "/fr/sign-in",
      "/fr/sign-in/code",
      "/fr/sign-in?reason=expired",
      "/fr/sign-up/code",
      "/fr/sign-up/code?next=%2Ffr&sent=again",
      "/fr/sign-up/done",
      "/fr/sign-out",
      "/fr/x/../sign-out",
      "/fr/sign%2Dout",
      "/fr/activation?token=abc",
      "/api/access-token",
      "/",
    ]
  ) assertEquals(safeNext(attempt), null, attempt);
});

Deno.test("what is glued to a link is taken off, and nothing else", () => {
  const led = (path: string) =>
    withoutGlue(new URL(path, "http://app.invalid"));
  for (
    const [path, clean] of [
      ["/fr/", "/fr"],
      ["/fr/help/?x=1", "/fr/help?x=1"],
      ["/fr/appointments.", "/fr/appointments"],
      ["/fr/activation?token=abc.", "/fr/activation?token=abc"],
      ["/fr/activation?token=abc).", "/fr/activation?token=abc"],
      ["/fr/help>", "/fr/help"],
      ["http://app.invalid//evil.example/", null],
      ["/", null],
      ["/fr/appointments/..%2f..", null],
      ["/fr", null],
      ["/fr/appointments/1/calendar.ics", null],
      ["/fr?next=%2Ffr%2F", null],
      ["/fr/help?q=%3Cb%3E", null],
      ["/fr?town=Esch&q=Dr.", null],
      ["/fr?q=Dr.&town=Esch.", "/fr?q=Dr.&town=Esch"],
    ] as const
  ) assertEquals(led(path), clean, path);
});
