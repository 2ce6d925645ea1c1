import { assertEquals } from "@std/assert";
import type { DayAppointment, DayRecord } from "@/domain/records.ts";
import { hourColumn } from "./hours.ts";
import { queueOf } from "./day.ts";

const one = (
  id: string,
  start: string,
  end: string,
  state: DayAppointment["state"] = "booked",
): DayAppointment => ({
  ...{
    id,
    state,
    language: "fr",
    symptoms: "",
    visit_reason: "",
    answers: [],
    unread: 0,
  },
  starts_at: `2026-11-30T${start}:00Z`,
  ends_at: `2026-11-30T${end}:00Z`,
  ...{ waiting_since: null, called_at: null, started_at: null, left_at: null },
  ...{ ended_at: null, cancellation_reason: null, thread_id: null },
  telephone: null,
  guest: null,
  patient: {
    id,
    first_name: "Marie",
    last_name: "Schneider",
    matricule: "1990010112345",
    born_on: "1990-01-01",
    identity_checked_at: null,
    guardians: [],
  },
});

const day = (appointments: DayAppointment[]): DayRecord => ({
  day: "2026-11-30",
  now: "2026-11-30T09:05:00Z",
  free_now_until: null,
  doctor: {
    ...{ id: "d", slug: "d", title: "Dr", first_name: "C", last_name: "W" },
    specialty: { fr: "", de: "", en: "", lb: "", pt: "" },
    ...{ languages: ["fr"], city: "", time_zone: "UTC", slot_minutes: 10 },
    free_now: false,
  },
  documents: [],
  working: [
    { starts_at: "2026-11-30T08:00:00Z", ends_at: "2026-11-30T10:00:00Z" },
    { starts_at: "2026-11-30T11:00:00Z", ends_at: "2026-11-30T12:00:00Z" },
  ],
  appointments,
});

Deno.test("the column begins at now: over is folded, gaps and pauses have their length, the line crosses one row", () => {
  const { past, rows } = hourColumn(
    day([
      one("a", "08:00", "08:10", "completed"),
      one("b", "08:30", "08:40", "waiting"),
      one("c", "09:30", "09:50"),
    ]),
    "2026-11-30T09:05:00Z",
  );
  assertEquals(past.map(({ key }) => key), ["a"]);
  assertEquals(
    rows.map((
      { kind, starts_at, now },
    ) => [kind, starts_at.slice(11, 16), now]),
    [
      ["appointment", "08:30", undefined],
      ["free", "09:00", 5 / 30],
      ["appointment", "09:30", undefined],
      ["free", "09:50", undefined],
      ["pause", "10:00", undefined],
      ["free", "11:00", undefined],
    ],
  );
});

Deno.test("another day has no now-line and folds nothing", () => {
  const { past, rows } = hourColumn(
    day([one("a", "08:00", "08:10", "completed")]),
    "2026-12-01T09:05:00Z",
  );
  assertEquals(past, []);
  assertEquals(rows.some(({ now }) => now !== undefined), false);
});

Deno.test("the queue is by appointment, and whoever closed the page stands apart", () => {
  const people = [
    one("late", "09:00", "09:10", "waiting"),
    one("early", "08:00", "08:10", "waiting"),
    one("gone", "07:00", "07:10", "waiting"),
    one("booked", "06:00", "06:10"),
  ];
  const { present, away } = queueOf(people, {
    gone: { open: false, missing: [] },
  });
  assertEquals(present.map(({ id }) => id), ["early", "late"]);
  assertEquals(away.map(({ id }) => id), ["gone"]);
});
