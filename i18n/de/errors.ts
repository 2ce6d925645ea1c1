import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread:
    "Dieser Termin gehört zu einer anderen Unterhaltung.",
  appointment_over: "Dieser Termin ist vorbei.",
  call_over:
    "Der Anruf ist vorbei. Bleiben Sie im Wartezimmer: Sie können noch einmal angerufen werden.",
  doctor_busy:
    "Sie sind schon in einer Sprechstunde. Beenden Sie sie, bevor Sie jemand anderen anrufen.",
  doctors_only: "Das kann nur die Ärztin oder der Arzt.",
  form_used:
    "Dieses Formular wurde schon benutzt. Wählen Sie den Termin noch einmal.",
  no_consultation: "Es läuft keine Videosprechstunde.",
  nobody_waits: "Im Wartezimmer ist niemand.",
  not_a_laboratory: "Wählen Sie ein Labor aus der Liste.",
  not_a_pharmacy: "Wählen Sie eine Apotheke aus der Liste.",
  not_an_account_notification: "Diese Nachricht kann so nicht gesendet werden.",
  not_found: "Das gibt es nicht, oder es gehört nicht Ihnen.",
  not_started: "Der Termin hat noch nicht begonnen.",
  patient_busy:
    "Sie haben zu dieser Zeit schon einen Termin. Wählen Sie eine andere Zeit.",
  patients_only: "Das können nur Patientinnen und Patienten.",
  period_too_long: "Der Zeitraum ist zu lang.",
  reason_missing: "Geben Sie den Grund an: Er wird mitgeteilt.",
  slot_taken: "Dieser Termin wurde soeben vergeben. Wählen Sie einen anderen.",
  symptoms_too_long: "Der Text ist zu lang: höchstens 2000 Zeichen.",
  terms_not_accepted: "Setzen Sie das Häkchen, um die Bedingungen anzunehmen.",
  too_late_to_cancel: "Dieser Termin kann nicht mehr abgesagt werden.",
  too_many_wrong_codes:
    "Zu viele falsche Codes. Melden Sie sich noch einmal an.",
  unknown_time_zone: "Diese Zeitzone ist unbekannt.",
  user_mismatch: "Diese Registrierung passt nicht zu diesem Konto.",
  waiting_room_closed: "Das Wartezimmer ist noch nicht geöffnet.",
  forbidden: "Ihr Konto erlaubt das nicht.",
  signed_out: "Ihre Sitzung ist beendet. Melden Sie sich noch einmal an.",
  unavailable:
    "Der Dienst ist zurzeit nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal.",
} as const satisfies Translation<typeof french>;
