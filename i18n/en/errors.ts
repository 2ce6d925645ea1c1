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
  feedback_incomplete: "Answer the three questions.",
  moved_too_often:
    "This appointment has been moved ten times already. Cancel it, or call our helpdesk.",
  too_late_to_move:
    "This appointment can no longer be moved: it has begun or is over.",
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
  language_not_spoken:
    "This doctor does not speak that language. Please choose another one.",
  no_appointment: "To write to this doctor you need an appointment.",
  patient_waits:
    "The patient is in the waiting room: call them, or cancel the appointment.",
  too_late_to_reopen:
    "The consultation can no longer be reopened: it ended more than 5 minutes ago.",
  guest_gone: "This person is no longer invited, or no longer waiting.",
  guest_incomplete: "Enter a name, and an e-mail address or a mobile number.",
  guest_invited: "Somebody is invited already. Cancel their invitation first.",
  too_many_guests:
    "Too many people were invited. Try again tomorrow, or call the helpdesk.",
  too_many_hours: "Your agenda has too many periods. Remove some first.",
  name_missing: "Give the template a name.",
  too_many_templates: "You already have 200 templates. Delete some first.",
  thread_closed: "The doctor takes no new messages in this conversation.",
  too_many_messages_today:
    "You have written many messages today. Try again tomorrow, or call our helpdesk.",
  forbidden:
    "Your account does not allow this. If you think this is a mistake, contact our helpdesk.",
  signed_out: "Your sign-in has expired. Please sign in again.",
  unavailable:
    "The service is unavailable for the moment. Please try again in a few minutes.",
  act_without_tariff:
    "An act has no tariff on the day of the consultation. Choose another one.",
  cns_address_missing:
    "The CNS has no address in this installation. Print the fee note and send it by post.",
  document_changed:
    "This draft was changed in another window. Reload the page: nothing that was saved is lost.",
  document_incomplete: "Something is missing or not correct.",
  document_issued: "This document is signed already. Correct it to change it.",
  document_not_issued: "This document is not issued yet.",
  document_too_late: "The consultation was too long ago to issue a document.",
  document_voided: "This document is void.",
  iban_missing: "Your IBAN is missing. Ask the administration to enter it.",
  not_a_fee_note: "Only a fee note can be paid.",
  paid_too_much: "The amount paid is more than the total.",
  practice_address_missing:
    "The address or phone number of your practice is missing. Ask the administration to enter it.",
  restricted_substance:
    "A medicine holds a substance that needs the paper counterfoil book. Remove it.",
  sick_leave_reason_missing:
    "This sick leave is long, begins in the past or overlaps another one: give the reason.",
  document_left: "The document has left already. You can correct or void it.",
  unknown_analysis: "An analysis is no longer in the catalogue. Remove it.",
  held_by_telephone: "The doctor has noted that you are talking by telephone.",
  free_now_too_long: "“Free now” lasts 12 hours at most.",
  hours_invalid: "These hours do not fit. Check starts, ends and numbers.",
  note_too_long: "The notes are too long: 20,000 characters at most.",
  too_late_to_undo: "It is too late to undo: the patients have been told.",
  answers_invalid: "Check your answers to the doctor’s questions.",
  reason_changed: "The doctor has changed this reason. Please choose again.",
  reason_invalid:
    "Check the reason: a name, 5 to 60 minutes, five questions at most.",
  email_invalid: "Type a whole e-mail address, like name@example.lu.",
  not_forwarded:
    "Only a prescription or the employer’s sheet is forwarded this way.",
  too_many_forwards:
    "You have forwarded too many documents today. Try again tomorrow.",
  too_many_reasons: "Your list has 30 reasons already: remove one first.",
  attachment_gone:
    "This file was not opened during the consultation: it is no longer available to you.",
  attachment_held_back: "This file is being checked. Try again in a minute.",
  attachment_refused: "This file was refused: a virus was found in it.",
  attachment_too_large: "The file is too large: at most 20 MB.",
  attachment_heic:
    "This HEIC photo could not be converted. Save it as JPEG, then send it.",
  attachment_type:
    "This is not an intact PDF, JPEG, PNG, HEIC or Word (DOCX) file. Send one of those.",
  too_many_attachments:
    "You have sent many files today. Try again tomorrow, or call our helpdesk.",
  too_many_exports:
    "You have already downloaded your data several times today. Try again tomorrow.",
  too_many_erasure_requests:
    "You have asked for erasure too often today. Try again tomorrow, or call our helpdesk.",
  email_change_over:
    "This change of address no longer waits: it was confirmed, withdrawn or replaced, or its 24 hours are over.",
  email_sent_just_now:
    "An e-mail has just gone to this address. Wait a minute before you send it again.",
  email_sent_too_often:
    "The e-mail was sent too often. Wait an hour, or withdraw the change and begin again.",
} as const satisfies Translation<typeof french>;
