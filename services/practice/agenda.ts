import type {
  AgendaSettings,
  SlotSettings,
  WeeklyHours,
  WeekRecord,
} from "@/domain/practice.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage } from "@/services/appointments/records.ts";
import { unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient } from "@/services/supabase.ts";
import { agendaSettings, weekRecord } from "./records.ts";

/** The week of this doctor that holds a day (`YYYY-MM-DD`), this week by default. */
export async function readWeek(
  person: Person,
  day: string | null,
): Promise<WeekRecord> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("doctor_week", {
      from_day: day ?? undefined,
    }),
  );
  return parsePage(weekRecord, answer);
}

/** Hours, settings and exceptions of this doctor, and what is booked outside of them. */
export async function readAgendaSettings(
  person: Person,
): Promise<AgendaSettings> {
  const answer = unwrap(
    await personClient(person.accessToken).rpc("my_agenda_settings"),
  );
  return parsePage(agendaSettings, answer);
}

/** Replaces the hours and settings, all or nothing. Throws `hours_invalid`, `too_many_hours`. */
export async function saveAgendaSettings(
  person: Person,
  settings: SlotSettings,
  hours: readonly WeeklyHours[],
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("save_agenda_settings", {
      slot_minutes: settings.slot_minutes,
      lead_minutes: settings.lead_minutes,
      horizon_days: settings.horizon_days,
      buffer_minutes: settings.buffer_minutes,
      hours: hours.map((one) => ({ ...one })),
    }),
  );
}

/** A new absence or extra hours. */
export interface NewException {
  /** Made with the form, so that the form sent twice adds once. */
  id: string;
  effect: "closed" | "open";
  /** ISO instants. */
  from: string;
  to: string;
  note: string | null;
}

/** Adds exceptions of this doctor; those that are there already stay as they are. Throws `too_many_hours`. */
export async function addExceptions(
  person: Person,
  exceptions: readonly NewException[],
): Promise<void> {
  const { error } = await personClient(person.accessToken)
    .from("availability_exceptions")
    .insert(exceptions.map(({ id, effect, from, to, note }) => ({
      id: asId(id),
      doctor_id: person.id,
      effect,
      during: `[${from},${to})`,
      note,
    })));
  if (error && error.code !== "23505") unwrap({ data: null, error });
}

/** Removes an exception of this doctor; one that is gone already is no error. */
export async function removeException(
  person: Person,
  id: string,
): Promise<void> {
  const { error } = await personClient(person.accessToken)
    .from("availability_exceptions").delete().eq("id", asId(id));
  if (error) unwrap({ data: null, error });
}
