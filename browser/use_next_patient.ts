import { useEffect, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import { DayAnswer } from "./answers.ts";
import { ask } from "./api.ts";
import type { Channels } from "./channels.ts";

/** Who is next in the doctor's waiting room, and how many wait. */
export interface NextPatient {
  first: DayAppointment;
  count: number;
}

/** Who waits beside one appointment, by the time of theirs; null where nobody does. */
export function nextPatientOf<
  One extends Pick<DayAppointment, "id" | "state" | "starts_at">,
>(
  appointments: readonly One[],
  appointment: string,
): { first: One; count: number } | null {
  const waiting = appointments
    .filter(({ id, state }) =>
      id !== appointment && (state === "waiting" || state === "calling")
    )
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  const [first] = waiting;
  return first === undefined ? null : { first, count: waiting.length };
}

/** Follows who waits for the doctor beside this appointment; null until that is known, and where nobody does. */
export function useNextPatient(
  channels: Channels | null,
  doctor: string,
  appointment: string,
): NextPatient | null {
  const [next, setNext] = useState<NextPatient | null>(null);
  useEffect(() => {
    if (channels === null) return;
    let read = "";
    const refresh = async () => {
      const day = await ask(paths.day(), DayAnswer).catch(() => null);
      // Answers may overtake each other. Without one it stays as it was: the call is not about that.
      if (day === null || Date.parse(day.now) < Date.parse(read || day.now)) {
        return;
      }
      read = day.now;
      setNext(nextPatientOf(day.appointments, appointment));
    };
    const { leave } = channels.join(`doctor:${doctor}`, {
      onEvent: () => void refresh(),
      onLive: () => void refresh(),
      onCut: () => {},
    });
    return leave;
  }, [channels]);
  return next;
}
