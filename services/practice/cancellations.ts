import { UNDO_FOR, type Undoable } from "@/domain/practice.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage } from "@/services/appointments/records.ts";
import { unwrap } from "@/services/http/problem.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient } from "@/services/supabase.ts";
import { undoable } from "./records.ts";

/** The messages are due when undoing is over; a process that ends before leaves them to the next minute's run. */
function notifyLater(): void {
  Deno.unrefTimer(setTimeout(outboxChanged, UNDO_FOR + 200));
}

/** The doctor cancels one appointment, with a reason. Throws the rule that refuses: `reason_missing`… */
export async function cancelAsDoctor(
  person: Person,
  id: string | undefined,
  reason: string,
): Promise<Undoable | null> {
  unwrap(
    await personClient(person.accessToken).rpc("transition_appointment", {
      appointment_id: asId(id),
      act: "cancel",
      reason,
    }),
  );
  notifyLater();
  return await lastCancellation(person);
}

/** Closes a period and cancels what is booked in it. Returns how many. Throws `reason_missing`, `period_too_long`. */
export async function cancelPeriod(
  person: Person,
  { from, to, reason }: { from: string; to: string; reason: string },
): Promise<number> {
  const cancelled = unwrap(
    await personClient(person.accessToken).rpc("cancel_period", {
      from_at: from,
      to_at: to,
      reason,
    }),
  );
  notifyLater();
  return cancelled;
}

/** What this doctor cancelled last and may still undo; null when there is nothing. */
export async function lastCancellation(
  person: Person,
): Promise<Undoable | null> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("last_cancellation"),
  );
  return parsePage(undoable, answer);
}

/** Takes back what was cancelled at that moment. Throws `too_late_to_undo`. */
export async function undoCancellation(
  person: Person,
  cancelledAt: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("undo_cancellation", {
      cancelled_at: cancelledAt,
    }),
  );
}

/** Takes back a no-show. Throws `not_found`, `too_late_to_undo`. */
export async function undoNoShow(person: Person, id: string): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("undo_no_show", {
      appointment_id: asId(id),
    }),
  );
}
