import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread:
    "This appointment belongs to another conversation.",
  appointment_over: "This appointment is over.",
  call_over:
    "The call is over. Stay in the waiting room: your doctor may call again.",
  doctor_busy:
    "You are already in a consultation. End it before you call another patient.",
  doctors_only: "Only the doctor can do this.",
  form_used: "This form has already been used. Please choose a slot again.",
  no_consultation: "There is no consultation at the moment.",
  nobody_waits:
    "The patient is not in the waiting room. You can call as soon as the patient is there.",
  not_a_laboratory: "Choose a laboratory from the list.",
  not_a_pharmacy: "Choose a pharmacy from the list.",
  not_an_account_notification: "This message cannot be sent like this.",
  not_found: "This does not exist, or it is not yours.",
  not_started: "The appointment has not begun yet. Wait until the time agreed.",
  patient_busy:
    "You already have an appointment at this time. Please choose another slot.",
  patients_only: "Only a patient can do this.",
  period_too_long: "The period is too long. Choose a shorter one.",
  reason_missing: "Give the reason: the patient will see it.",
  slot_taken: "This slot has just been taken. Please choose another one.",
  symptoms_too_long: "The text is too long: 2000 characters at most.",
  terms_not_accepted: "Tick the box to accept the terms.",
  too_late_to_cancel:
    "This appointment can no longer be cancelled: it has begun or is over.",
  too_many_appointments:
    "You already have many appointments. Cancel one, or call our helpdesk.",
  too_many_messages:
    "You are sending too many messages at once. Try again in a minute.",
  too_many_wrong_codes: "Too many wrong codes. Please sign in again.",
  unknown_time_zone: "This time zone is unknown.",
  user_mismatch: "This sign-up does not belong to this account.",
  waiting_room_closed:
    "The waiting room is not open yet. It opens 10 minutes before the appointment.",
  forbidden:
    "Your account does not allow this. If you think this is a mistake, contact our helpdesk.",
  signed_out: "Your sign-in has expired. Please sign in again.",
  unavailable:
    "The service is unavailable for the moment. Please try again in a few minutes.",
} as const satisfies Translation<typeof french>;
