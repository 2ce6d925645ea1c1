import { assertEquals, assertMatch } from "@std/assert";
import { calendarFile } from "./calendar_file.ts";

const config = {
  PUBLIC_URL: "https://econsult.example",
  MAIL_FROM: "eConsult <no-reply@mail.econsult.example>",
};
const entry = {
  id: "0b9f6c1e-1111-4222-8333-444455556666",
  starts_at: "2026-07-01T15:10:00+00:00",
  ends_at: "2026-07-01T15:20:00+00:00",
  state: "booked" as const,
  moves: 0,
  patient: { first_name: "João", last_name: "Martins", own: true },
  doctor: { title: "Dr", first_name: "Inês", last_name: "Ferreira; Co" },
};
const options = {
  attendee: { name: "João Martins", email: "joao@mail.example" },
  now: new Date("2026-06-30T08:00:00Z"),
};

/** The file's lines, folded ones joined. */
function lines(file: string): string[] {
  return file.replaceAll("\r\n ", "").split("\r\n");
}

Deno.test("an invitation carries the appointment in UTC, its UID and an alarm", () => {
  const file = calendarFile(entry, "fr", options, config);
  const found = lines(file);
  for (
    const line of [
      "METHOD:REQUEST",
      "UID:0b9f6c1e-1111-4222-8333-444455556666@econsult.example",
      "SEQUENCE:0",
      "DTSTAMP:20260630T080000Z",
      "DTSTART:20260701T151000Z",
      "DTEND:20260701T152000Z",
      "SUMMARY:Téléconsultation avec Dr Inês Ferreira\\; Co",
      "STATUS:CONFIRMED",
      "CLASS:PRIVATE",
      "TRIGGER:-PT10M",
      "LOCATION:https://econsult.example/fr/appointments/0b9f6c1e-1111-4222-8333-444455556666/waiting-room",
    ]
  ) assertEquals(found.includes(line), true, line);
  assertMatch(
    found.find((line) => line.startsWith("ORGANIZER")) ?? "",
    /CN="?eConsult"?.*mailto:no-reply@mail\.econsult\.example$/i,
  );
  const attendee = found.find((line) => line.startsWith("ATTENDEE")) ?? "";
  assertMatch(attendee, /RSVP=FALSE/);
  assertMatch(attendee, /mailto:joao@mail\.example$/i);
  assertEquals(file.includes("TZID"), false);
});

Deno.test("a cancellation takes the same entry away, and nothing reminds any more", () => {
  const cancelled = { ...entry, state: "cancelled" as const };
  const found = lines(calendarFile(cancelled, "de", options, config));
  for (
    const line of [
      "METHOD:CANCEL",
      "UID:0b9f6c1e-1111-4222-8333-444455556666@econsult.example",
      "SEQUENCE:1",
      "STATUS:CANCELLED",
    ]
  ) assertEquals(found.includes(line), true, line);
  assertEquals(found.includes("BEGIN:VALARM"), false);
});

Deno.test("a move and the cancellation after it each replace what was sent before", () => {
  const later = {
    ...entry,
    moves: 2,
    starts_at: "2026-07-02T07:00:00+00:00",
    ends_at: "2026-07-02T07:10:00+00:00",
  };
  const moved = lines(calendarFile(later, "fr", options, config));
  const cancelled = lines(
    calendarFile({ ...later, state: "cancelled" }, "fr", options, config),
  );
  const uid = "UID:0b9f6c1e-1111-4222-8333-444455556666@econsult.example";
  for (
    const [found, ...expected] of [
      [moved, "METHOD:REQUEST", uid, "SEQUENCE:2", "DTSTART:20260702T070000Z"],
      [cancelled, "METHOD:CANCEL", uid, "SEQUENCE:3"],
    ] as const
  ) {
    for (const line of expected) assertEquals(found.includes(line), true, line);
  }
});

Deno.test("the entry of a dependant begins with their first name, and says no more of them", () => {
  const patient = { first_name: "Tom", last_name: "Kieffer", own: false };
  const file = calendarFile({ ...entry, patient }, "en", options, config);
  assertEquals(
    lines(file).includes(
      "SUMMARY:Tom: teleconsultation with Dr Inês Ferreira\\; Co",
    ),
    true,
  );
  assertEquals(file.includes("Kieffer"), false);
});

Deno.test("a file to download invites nobody", () => {
  const found = lines(calendarFile(entry, "en", {}, config));
  assertEquals(found.includes("METHOD:PUBLISH"), true);
  assertEquals(found.some((line) => line.startsWith("ATTENDEE")), false);
});

Deno.test("a name cannot break out of its line", () => {
  const doctor = { ...entry.doctor, last_name: "X\r\nATTENDEE:mailto:evil@x" };
  const found = lines(calendarFile({ ...entry, doctor }, "fr", {}, config));
  assertEquals(found.some((line) => line.startsWith("ATTENDEE")), false);
});
