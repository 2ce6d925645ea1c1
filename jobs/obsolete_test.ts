import { assertEquals } from "@std/assert";
import { isObsolete } from "./obsolete.ts";

const MINUTE = 60_000;
const now = Date.parse("2026-11-27T10:15:00Z");

/** A notification about an appointment of ten minutes that starts so many minutes from now. */
function about(kind: string, state: string, minutes: number) {
  const starts = now + minutes * MINUTE;
  return {
    kind,
    appointment: {
      state,
      starts_at: new Date(starts).toISOString(),
      ends_at: new Date(starts + 10 * MINUTE).toISOString(),
    },
    // A whole notification has more fields; none of them has a say here.
  } as unknown as Parameters<typeof isObsolete>[0];
}

Deno.test("a cancellation is told to whoever may still wait, later than the slot's end, too", () => {
  const cases = [
    [about("appointment_cancellation", "cancelled", 30), false],
    [about("appointment_cancellation", "cancelled", -15), false],
    [about("appointment_cancellation", "cancelled", -239), false],
    [about("appointment_cancellation", "cancelled", -240), true],
    [about("appointment_cancellation", "booked", 30), true],
  ] as const;
  for (const [notification, obsolete] of cases) {
    assertEquals(isObsolete(notification, now), obsolete);
  }
});

Deno.test("a guest hears of a new time while they may come, of a cancellation while it stands", () => {
  const cases = [
    [about("guest_appointment_moved", "booked", 30), false],
    [about("guest_appointment_moved", "in_progress", -15), false],
    [about("guest_appointment_moved", "cancelled", 30), true],
    [about("guest_appointment_moved", "completed", -15), true],
    [about("guest_appointment_cancellation", "cancelled", 30), false],
    [about("guest_appointment_cancellation", "booked", 30), true],
    [about("guest_appointment_cancellation", "cancelled", -240), true],
  ] as const;
  for (const [notification, obsolete] of cases) {
    assertEquals(isObsolete(notification, now), obsolete);
  }
});

Deno.test("an earlier slot is told of while it is held", () => {
  const held = (minutes: number | null, state = "booked") => {
    const notification = about("earlier_slot", state, 600);
    if (!("appointment" in notification)) throw new Error("about nothing");
    const until = new Date(now + (minutes ?? 0) * MINUTE).toISOString();
    notification.appointment.offer = minutes === null
      ? null
      : { starts_at: until, ends_at: until, held_until: until };
    return isObsolete(notification, now);
  };
  assertEquals([held(1), held(0), held(null), held(1, "cancelled")], [
    false,
    true,
    true,
    true,
  ]);
});

Deno.test("nobody is told that they missed what was taken back", () => {
  const cases = [
    [about("appointment_missed", "no_show", -900), false],
    [about("appointment_missed", "booked", -10), true],
    [about("appointment_not_held", "cancelled", -900), false],
    [about("appointment_not_held", "waiting", -10), true],
  ] as const;
  for (const [notification, obsolete] of cases) {
    assertEquals(isObsolete(notification, now), obsolete);
  }
});

Deno.test("nobody is called back into what has ended again", () => {
  for (
    const [state, obsolete] of [["in_progress", false], [
      "completed",
      true,
    ]] as const
  ) {
    const reopened = about("consultation_reopened", state, -10);
    assertEquals(isObsolete(reopened, now), obsolete);
  }
});

Deno.test("nothing confirms what is over or cancelled, nor reminds of what has begun", () => {
  const cases = [
    [about("appointment_confirmation", "booked", 30), false],
    [about("appointment_confirmation", "cancelled", 30), true],
    [about("appointment_confirmation", "booked", -10), true],
    [about("appointment_moved", "booked", 30), false],
    [about("appointment_moved", "cancelled", 30), true],
    [about("appointment_reminder", "booked", 1), false],
    [about("appointment_reminder", "booked", 0), true],
    [about("appointment_reminder", "cancelled", 30), true],
  ] as const;
  for (const [notification, obsolete] of cases) {
    assertEquals(isObsolete(notification, now), obsolete);
  }
});
