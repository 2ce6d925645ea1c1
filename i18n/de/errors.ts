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
  feedback_incomplete: "Beantworten Sie die drei Fragen.",
  moved_too_often:
    "Dieser Termin wurde schon zehnmal verschoben. Sagen Sie ihn ab, oder rufen Sie unseren Helpdesk an.",
  too_late_to_move:
    "Dieser Termin kann nicht mehr verschoben werden: Er hat begonnen oder ist vorbei.",
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
  language_not_spoken:
    "Diese Praxis spricht die gewählte Sprache nicht. Wählen Sie eine andere.",
  no_appointment:
    "Um zu schreiben, brauchen Sie einen Termin in dieser Praxis.",
  patient_waits:
    "Jemand wartet im Wartezimmer: Rufen Sie an oder sagen Sie den Termin ab.",
  too_late_to_reopen:
    "Die Videosprechstunde kann nicht mehr geöffnet werden: Sie ist seit mehr als 5 Minuten beendet.",
  guest_gone: "Diese Person ist nicht mehr eingeladen oder wartet nicht mehr.",
  guest_incomplete:
    "Geben Sie einen Namen und eine E-Mail-Adresse oder Handynummer an.",
  guest_invited:
    "Es ist schon jemand eingeladen. Ziehen Sie zuerst diese Einladung zurück.",
  too_many_guests:
    "Es wurden zu viele Personen eingeladen. Versuchen Sie es morgen wieder oder rufen Sie den Helpdesk an.",
  too_many_hours:
    "Ihr Kalender hat zu viele Zeiten. Löschen Sie zuerst einige.",
  name_missing: "Geben Sie der Vorlage einen Namen.",
  too_many_templates:
    "Sie haben bereits 200 Vorlagen. Löschen Sie zuerst einige.",
  thread_closed:
    "Der Arzt nimmt in dieser Unterhaltung keine neuen Nachrichten an.",
  too_many_messages_today:
    "Sie haben heute sehr viele Nachrichten geschrieben. Versuchen Sie es morgen wieder, oder rufen Sie unseren Helpdesk an.",
  forbidden:
    "Ihr Konto erlaubt das nicht. Wenn das ein Irrtum ist, wenden Sie sich an unseren Helpdesk.",
  signed_out: "Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an.",
  unavailable:
    "Der Dienst ist zurzeit nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal.",
  act_without_tariff:
    "Eine Leistung hat am Tag der Videosprechstunde keinen Tarif. Wählen Sie eine andere.",
  cns_address_missing:
    "Die CNS hat hier keine Adresse. Drucken Sie die Honorarrechnung und senden Sie sie per Post.",
  document_changed:
    "Dieser Entwurf wurde in einem anderen Fenster geändert. Laden Sie die Seite neu: Gespeichertes geht nicht verloren.",
  document_incomplete: "Es fehlen Angaben, oder eine davon ist nicht richtig.",
  document_issued:
    "Dieses Dokument ist schon unterschrieben. Korrigieren Sie es, um es zu ändern.",
  document_not_issued: "Dieses Dokument ist noch nicht ausgestellt.",
  document_too_late:
    "Die Videosprechstunde liegt zu lange zurück, um ein Dokument auszustellen.",
  document_voided: "Dieses Dokument ist ungültig.",
  iban_missing: "Ihre IBAN fehlt. Bitten Sie die Verwaltung, sie einzutragen.",
  not_a_fee_note: "Nur eine Honorarrechnung kann bezahlt werden.",
  paid_too_much: "Der bezahlte Betrag ist höher als die Summe.",
  practice_address_missing:
    "Adresse oder Telefonnummer Ihrer Praxis fehlt. Bitten Sie die Verwaltung, sie einzutragen.",
  restricted_substance:
    "Ein Medikament enthält einen Stoff, für den das Betäubungsmittelheft auf Papier nötig ist. Entfernen Sie es.",
  sick_leave_reason_missing:
    "Diese Krankschreibung ist lang, beginnt in der Vergangenheit oder überschneidet eine andere: Geben Sie den Grund an.",
  document_left:
    "Das Dokument ist schon unterwegs. Sie können es korrigieren oder für ungültig erklären.",
  unknown_analysis:
    "Eine Analyse steht nicht mehr im Katalog. Entfernen Sie sie.",
  held_by_telephone: "Der Arzt hat vermerkt, dass Sie am Telefon sprechen.",
  free_now_too_long: "«Jetzt frei» dauert höchstens 12 Stunden.",
  hours_invalid:
    "Diese Zeiten passen nicht zusammen. Prüfen Sie Anfang, Ende und Zahlen.",
  note_too_long: "Die Notizen sind zu lang: höchstens 20.000 Zeichen.",
  too_late_to_undo: "Es ist zu spät: Die Patienten sind benachrichtigt.",
  answers_invalid: "Prüfen Sie Ihre Antworten auf die Fragen.",
  reason_changed: "Dieser Besuchsgrund wurde geändert. Wählen Sie noch einmal.",
  reason_invalid:
    "Prüfen Sie den Besuchsgrund: ein Name, 5 bis 60 Minuten, höchstens fünf Fragen.",
  email_invalid:
    "Geben Sie eine vollständige E-Mail-Adresse ein, wie name@beispiel.lu.",
  not_forwarded:
    "Nur ein Rezept oder das Blatt für den Arbeitgeber wird so weitergeleitet.",
  too_many_forwards:
    "Sie haben heute zu viele Dokumente weitergeleitet. Versuchen Sie es morgen wieder.",
  too_many_reasons: "Ihre Liste hat schon 30 Gründe: Löschen Sie zuerst einen.",
  attachment_gone:
    "Diese Datei wurde in der Videosprechstunde nicht geöffnet: Sie ist für Sie nicht mehr verfügbar.",
  attachment_held_back:
    "Diese Datei wird gerade geprüft. Versuchen Sie es in einer Minute noch einmal.",
  attachment_refused:
    "Diese Datei wurde abgelehnt: Darin wurde ein Virus gefunden.",
  attachment_too_large: "Die Datei ist zu groß: höchstens 20 MB.",
  attachment_heic:
    "Dieses HEIC-Foto konnte nicht umgewandelt werden. Speichern Sie es als JPEG und senden Sie es dann.",
  attachment_type:
    "Das ist keine unbeschädigte PDF-, JPEG-, PNG-, HEIC- oder Word-Datei (DOCX). Senden Sie eine von diesen.",
  too_many_attachments:
    "Sie haben heute viele Dateien gesendet. Versuchen Sie es morgen noch einmal, oder rufen Sie unseren Helpdesk an.",
  too_many_exports:
    "Sie haben Ihre Daten heute schon mehrmals heruntergeladen. Versuchen Sie es morgen wieder.",
  too_many_erasure_requests:
    "Sie haben heute zu oft die Löschung verlangt. Versuchen Sie es morgen wieder, oder rufen Sie unseren Helpdesk an.",
  email_change_over:
    "Diese Änderung der Adresse wartet nicht mehr: Sie wurde bestätigt, zurückgezogen oder ersetzt, oder ihre 24 Stunden sind vorbei.",
  email_sent_just_now:
    "An diese Adresse ging gerade eine E-Mail. Warten Sie eine Minute, bevor Sie sie noch einmal senden.",
  email_sent_too_often:
    "Die E-Mail wurde zu oft gesendet. Warten Sie eine Stunde, oder ziehen Sie die Änderung zurück und beginnen Sie neu.",
} as const satisfies Translation<typeof french>;
