import { assertEquals } from "@std/assert";
import { paths, safeNext } from "./paths.ts";

const id = "0b9f6c1e-1111-4222-8333-444455556666";

Deno.test("these are the URLs of the app", () => {
  const all = [
    paths.root(),
    paths.home("fr"),
    paths.doctor("fr", "claire-weber"),
    paths.doctor("fr", "claire-weber", "2026-11-23"),
    paths.booking("fr", "claire-weber", "2026-11-24T16:10:00Z"),
    paths.signIn("fr"),
    paths.signIn("fr", "/fr/doctors/claire-weber?week=2026-11-23"),
    paths.signInCode("fr"),
    paths.signIn("fr", undefined, "expired"),
    paths.signUpCode("fr"),
    paths.signUpCode("fr", "/fr", "again"),
    paths.signUpDone("fr"),
    paths.activation("fr", "abc"),
    paths.activation("fr", "abc", "recovery"),
    paths.activationLink("fr"),
    paths.passwordForgotten("fr"),
    paths.passwordReset("fr", "abc"),
    paths.passwordNew("fr"),
    paths.emailChange("fr", "abc"),
    paths.signOut("fr"),
    paths.account("fr"),
    paths.account("fr", "address"),
    paths.appointments("fr"),
    paths.appointment("fr", id),
    paths.cancellation("fr", id),
    paths.waitingRoom("fr", id),
    paths.consultation("fr", id),
    paths.calendarFile("fr", id),
    paths.workspace("fr"),
    paths.workspace("fr", "2026-11-24"),
    paths.help("fr"),
    paths.privacy("fr"),
    paths.accessibility("fr"),
    paths.terms("fr"),
    paths.sendSmsHook(),
    paths.sendEmailHook(),
    paths.twilioHook(),
    paths.mailgunHook(),
    paths.accessToken(),
    paths.appointmentState(id),
    paths.waiting(id),
    paths.ring(id),
    paths.acceptance(id),
    paths.closure(id),
    paths.absence(id),
    paths.messages(id),
    paths.day(),
    paths.day("2026-11-24"),
    paths.freeSlots("fr", "claire-weber", "2026-11-23"),
    paths.callToken(id),
    paths.health(),
  ];
  assertEquals(all, [
    "/",
    "/fr",
    "/fr/doctors/claire-weber",
    "/fr/doctors/claire-weber?week=2026-11-23",
    "/fr/doctors/claire-weber/booking?start=2026-11-24T16%3A10%3A00Z",
    "/fr/sign-in",
    "/fr/sign-in?next=%2Ffr%2Fdoctors%2Fclaire-weber%3Fweek%3D2026-11-23",
    "/fr/sign-in/code",
    "/fr/sign-in?reason=expired",
    "/fr/sign-up/code",
    "/fr/sign-up/code?next=%2Ffr&sent=again",
    "/fr/sign-up/done",
    "/fr/activation?token=abc&type=invite",
    "/fr/activation?token=abc&type=recovery",
    "/fr/activation/link",
    "/fr/password/forgotten",
    "/fr/password/reset?token=abc",
    "/fr/password/new",
    "/fr/account/email?token=abc",
    "/fr/sign-out",
    "/fr/account",
    "/fr/account?saved=address",
    "/fr/appointments",
    `/fr/appointments/${id}`,
    `/fr/appointments/${id}/cancellation`,
    `/fr/appointments/${id}/waiting-room`,
    `/fr/appointments/${id}/consultation`,
    `/fr/appointments/${id}/calendar.ics`,
    "/fr/workspace",
    "/fr/workspace?day=2026-11-24",
    "/fr/help",
    "/fr/privacy",
    "/fr/accessibility",
    "/fr/terms",
    "/api/hooks/send-sms",
    "/api/hooks/send-email",
    "/api/hooks/twilio",
    "/api/hooks/mailgun",
    "/api/access-token",
    `/api/appointments/${id}`,
    `/api/appointments/${id}/waiting`,
    `/api/appointments/${id}/ring`,
    `/api/appointments/${id}/acceptance`,
    `/api/appointments/${id}/closure`,
    `/api/appointments/${id}/absence`,
    `/api/threads/${id}/messages`,
    "/api/workspace",
    "/api/workspace?day=2026-11-24",
    "/api/doctors/claire-weber/slots?language=fr&week=2026-11-23",
    `/api/appointments/${id}/call-token`,
    "/health",
  ]);
});

Deno.test("a value cannot leave its place in the path", () => {
  assertEquals(paths.doctor("de", "../x?y#z"), "/de/doctors/..%2Fx%3Fy%23z");
});

Deno.test("after sign-in people come back to the page they wanted", () => {
  for (
    const path of [
      "/fr",
      "/pt/appointments",
      paths.waitingRoom("lb", id),
      paths.booking("fr", "claire-weber", "2026-11-24T16:10:00Z"),
      paths.doctor("en", "claire-weber", "2026-11-23"),
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
