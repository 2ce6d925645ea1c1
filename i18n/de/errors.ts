import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread:
    "Dieser Termin gehört zu einer anderen Unterhaltung.",
  appointment_over: "Dieser Termin ist vorbei.",
  call_over:
    "Der Anruf ist vorbei. Bleiben Sie im Wartezimmer: Sie können noch einmal angerufen werden.",
  doctor_busy:
    "Sie sind schon in einer Videosprechstunde. Beenden Sie sie, bevor Sie jemand anderen anrufen.",
  doctors_only: "Das kann nur die Ärztin oder der Arzt.",
  form_used:
    "Dieses Formular wurde schon benutzt. Wählen Sie noch einmal einen freien Termin.",
  no_consultation: "Es läuft keine Videosprechstunde.",
  nobody_waits:
    "Die Patientin oder der Patient ist nicht im Wartezimmer. Sie können anrufen, sobald jemand da ist.",
  not_a_laboratory: "Wählen Sie ein Labor aus der Liste.",
  not_a_pharmacy: "Wählen Sie eine Apotheke aus der Liste.",
  not_an_account_notification: "Diese Nachricht kann so nicht gesendet werden.",
  not_found: "Das gibt es nicht, oder es gehört nicht Ihnen.",
  not_started:
    "Der Termin hat noch nicht begonnen. Warten Sie bis zur vereinbarten Zeit.",
  patient_busy:
    "Sie haben zu dieser Zeit schon einen Termin. Wählen Sie einen anderen.",
  patients_only: "Das können nur Patientinnen und Patienten.",
  period_too_long: "Der Zeitraum ist zu lang. Wählen Sie einen kürzeren.",
  reason_missing:
    "Geben Sie den Grund an: Er wird der Patientin oder dem Patienten mitgeteilt.",
  slot_taken: "Dieser Termin wurde soeben vergeben. Wählen Sie einen anderen.",
  symptoms_too_long: "Der Text ist zu lang: höchstens 2000 Zeichen.",
  terms_not_accepted: "Setzen Sie das Häkchen, um den Bedingungen zuzustimmen.",
  too_late_to_cancel:
    "Dieser Termin kann nicht mehr abgesagt werden: Er hat begonnen oder ist vorbei.",
  too_many_appointments:
    "Sie haben schon viele Termine. Sagen Sie einen ab oder rufen Sie unseren Helpdesk an.",
  too_many_messages:
    "Sie senden zu viele Nachrichten auf einmal. Versuchen Sie es in einer Minute noch einmal.",
  too_many_wrong_codes:
    "Zu viele falsche Codes. Melden Sie sich noch einmal an.",
  unknown_time_zone: "Diese Zeitzone ist unbekannt.",
  user_mismatch: "Diese Registrierung passt nicht zu diesem Konto.",
  waiting_room_closed:
    "Das Wartezimmer ist noch nicht geöffnet. Es öffnet 10 Minuten vor dem Termin.",
  forbidden:
    "Ihr Konto erlaubt das nicht. Wenn das ein Irrtum ist, wenden Sie sich an unseren Helpdesk.",
  signed_out: "Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an.",
  unavailable:
    "Der Dienst ist zurzeit nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal.",
} as const satisfies Translation<typeof french>;
