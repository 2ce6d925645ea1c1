/**
 * The keys with which the database refuses (`private.fail` in supabase/migrations, SQLSTATE `PTxyz`) and the
 * second factor's hook. Each has a text for people in i18n `errors`. `errors_test.ts` compares with the migrations.
 */
export const databaseErrors = [
  "appointment_of_another_thread",
  "appointment_over",
  "call_over",
  "doctor_busy",
  "doctors_only",
  "form_used",
  "no_consultation",
  "nobody_waits",
  "not_a_laboratory",
  "not_a_pharmacy",
  "not_an_account_notification",
  "not_found",
  "not_started",
  "patient_busy",
  "patients_only",
  "period_too_long",
  "reason_missing",
  "signed_out",
  "slot_taken",
  "symptoms_too_long",
  "terms_not_accepted",
  "too_late_to_cancel",
  "too_many_appointments",
  "too_many_messages",
  "too_many_wrong_codes",
  "unknown_time_zone",
  "user_mismatch",
  "waiting_room_closed",
] as const;

/** What our own server adds where no rule of the database was broken. */
export const serverErrors = ["forbidden", "unavailable"] as const;

/** A reason that a person can be told. */
export type ErrorKey =
  | (typeof databaseErrors)[number]
  | (typeof serverErrors)[number];

/** Narrows what came over the wire; a key that nobody translated becomes `unavailable`. */
export function toErrorKey(text: string): ErrorKey {
  return [...databaseErrors, ...serverErrors].find((key) => key === text) ??
    "unavailable";
}
