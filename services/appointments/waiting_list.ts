import type { WaitingListPlace } from "@/domain/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { personClient } from "@/services/supabase.ts";

/** Which earlier slots suit, as the form says it. */
export type Wish = Omit<WaitingListPlace, "offer">;

/** Reads the form; what is missing or makes no sense, the database refuses. */
export function wishFrom(form: FormData): Wish {
  return {
    weekdays: form.getAll("weekdays").map(Number).filter(Number.isInteger),
    from_time: clockTime(form.get("from")),
    to_time: clockTime(form.get("to")),
  };
}

/** `08:00`; midnight at the end for what is no time, which no start and no end can be together. */
function clockTime(value: FormDataEntryValue | null): string {
  return typeof value === "string" && /^([01]\d|2[0-4]):00$/.test(value)
    ? value
    : "24:00";
}

/** Puts this patient's appointment on the waiting list, or changes what suits. Throws `hours_invalid`, `too_late_to_move`. */
export async function joinWaitingList(
  person: Person,
  id: string,
  wish: Wish,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("join_waiting_list", {
      appointment_id: id,
      ...wish,
    }),
  );
}

/** Takes it off again. */
export async function leaveWaitingList(
  person: Person,
  id: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("leave_waiting_list", {
      appointment_id: id,
    }),
  );
  outboxChanged();
}

/** Gives back the slot that is held for it. */
export async function declineEarlierSlot(
  person: Person,
  id: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("decline_earlier_slot", {
      appointment_id: id,
    }),
  );
  outboxChanged();
}
