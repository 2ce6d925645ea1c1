/**
 * The keys with which the database refuses (`private.raise_error` in supabase/migrations, SQLSTATE `PTxyz`) and the
 * second factor's hook. Each has a text for people in i18n `errors`. `errors_test.ts` compares with the migrations.
 */
export const databaseErrors = [
  "act_without_tariff",
  "answers_invalid",
  "appointment_of_another_thread",
  "appointment_over",
  "attachment_gone",
  "attachment_held_back",
  "attachment_refused",
  "attachment_too_large",
  "call_over",
  "cns_address_missing",
  "doctor_busy",
  "doctors_only",
  "document_changed",
  "document_incomplete",
  "document_issued",
  "document_left",
  "document_not_issued",
  "document_too_late",
  "document_voided",
  "email_change_over",
  "email_invalid",
  "email_sent_just_now",
  "email_sent_too_often",
  "feedback_incomplete",
  "form_used",
  "free_now_too_long",
  "guest_gone",
  "guest_incomplete",
  "guest_invited",
  "held_by_telephone",
  "hours_invalid",
  "iban_missing",
  "language_not_spoken",
  "moved_too_often",
  "name_missing",
  "no_appointment",
  "no_consultation",
  "nobody_waits",
  "not_a_fee_note",
  "not_a_laboratory",
  "not_a_pharmacy",
  "not_an_account_notification",
  "not_forwarded",
  "not_found",
  "not_started",
  "note_too_long",
  "paid_too_much",
  "patient_busy",
  "patient_waits",
  "patients_only",
  "period_too_long",
  "practice_address_missing",
  "reason_changed",
  "reason_invalid",
  "reason_missing",
  "restricted_substance",
  "sick_leave_reason_missing",
  "signed_out",
  "slot_taken",
  "symptoms_too_long",
  "terms_not_accepted",
  "thread_closed",
  "too_late_to_cancel",
  "too_late_to_move",
  "too_late_to_reopen",
  "too_late_to_undo",
  "too_many_appointments",
  "too_many_attachments",
  "too_many_erasure_requests",
  "too_many_exports",
  "too_many_forwards",
  "too_many_guests",
  "too_many_hours",
  "too_many_messages",
  "too_many_messages_today",
  "too_many_reasons",
  "too_many_templates",
  "too_many_wrong_codes",
  "unknown_analysis",
  "unknown_time_zone",
  "user_mismatch",
  "waiting_room_closed",
] as const;

/** What our own server adds where no rule of the database was broken. */
const serverErrors = [
  "attachment_heic",
  "attachment_type",
  "forbidden",
  "unavailable",
] as const;

/** A reason that a person can be told. */
export type ErrorKey =
  | (typeof databaseErrors)[number]
  | (typeof serverErrors)[number];

/** Narrows a key from a response; an unknown key becomes `unavailable`. */
export function toErrorKey(text: string): ErrorKey {
  return [...databaseErrors, ...serverErrors].find((key) => key === text) ??
    "unavailable";
}

/** The text of a refusal; `otherwise` for what no rule of ours refused, as a request that reached nobody. */
export function refusalText(
  key: string,
  texts: Readonly<Record<ErrorKey, string>>,
  otherwise: string,
): string {
  const known = [...databaseErrors, ...serverErrors].find((one) => one === key);
  return known && known !== "unavailable" ? texts[known] : otherwise;
}
