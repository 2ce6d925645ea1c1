import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread:
    "Dëse Rendez-vous gehéiert zu enger anerer Konversatioun.",
  appointment_over: "Dëse Rendez-vous ass eriwwer.",
  call_over:
    "Den Uruff ass eriwwer. Bleift am Waardesall: Ären Dokter kann nach eng Kéier uruffen.",
  doctor_busy:
    "Dir sidd schonn an enger Konsultatioun. Maacht se fäerdeg, ier Dir een aneren urufft.",
  doctors_only: "Dat kann nëmmen den Dokter maachen.",
  form_used:
    "Dëse Formulaire gouf scho benotzt. Wielt nach eng Kéier e fräie Rendez-vous.",
  no_consultation: "Et leeft keng Konsultatioun.",
  nobody_waits:
    "De Patient ass net am Waardesall. Dir kënnt uruffen, soubal en do ass.",
  not_a_laboratory: "Wielt e Laboratoire aus der Lëscht.",
  not_a_pharmacy: "Wielt eng Apdikt aus der Lëscht.",
  not_an_account_notification: "Dëse Message kann net esou geschéckt ginn.",
  not_found: "Dat gëtt et net, oder et ass net Äert.",
  not_started:
    "De Rendez-vous huet nach net ugefaangen. Waart bis zu der ofgemaachter Zäit.",
  patient_busy: "Dir hutt schonn e Rendez-vous zu där Zäit. Wielt en aneren.",
  patients_only: "Dat kann nëmmen e Patient maachen.",
  period_too_long: "D’Period ass ze laang. Wielt eng méi kuerz.",
  reason_missing: "Gitt de Grond un: de Patient kritt e matgedeelt.",
  slot_taken: "Dëse Rendez-vous ass grad ewechgaangen. Wielt en aneren.",
  symptoms_too_long: "Den Text ass ze laang: héchstens 2000 Zeechen.",
  terms_not_accepted: "Kräizt d’Këscht un, fir d’Bedingungen unzehuelen.",
  feedback_incomplete: "Äntwert op déi dräi Froen.",
  moved_too_often:
    "Dëse Rendez-vous gouf schonn zéng Mol verréckelt. Sot en of, oder rufft eisen Helpdesk un.",
  too_late_to_move:
    "Dëse Rendez-vous kann net méi verréckelt ginn: en huet ugefaang oder ass eriwwer.",
  too_late_to_cancel:
    "Dëse Rendez-vous kann net méi ofgesot ginn: en huet ugefaangen oder ass eriwwer.",
  too_many_appointments:
    "Dir hutt scho vill Rendez-vousen. Sot een of, oder rufft eisen Helpdesk un.",
  too_many_messages:
    "Dir schéckt ze vill Messagen op eemol. Probéiert an enger Minutt nach eng Kéier.",
  too_many_wrong_codes: "Ze vill falsch Coden. Mellt Iech nach eng Kéier un.",
  unknown_time_zone: "Dës Zäitzon ass net bekannt.",
  user_mismatch: "Dës Aschreiwung gehéiert net zu dësem Kont.",
  waiting_room_closed:
    "De Waardesall ass nach net op. E geet 10 Minutte virum Rendez-vous op.",
  language_not_spoken: "Dësen Dokter schwätzt déi Sprooch net. Wielt eng aner.",
  no_appointment: "Fir dësem Dokter ze schreiwen, braucht Dir e Rendez-vous.",
  patient_waits:
    "De Patient waart am Waardesall: rufft en un, oder sot de Rendez-vous of.",
  too_late_to_reopen:
    "D’Konsultatioun kann net méi opgemaach ginn: si ass zënter méi wéi 5 Minutten eriwwer.",
  guest_gone: "Dës Persoun ass net méi invitéiert, oder waart net méi.",
  guest_incomplete:
    "Gitt en Numm un, an eng E-Mail-Adress oder eng Handysnummer.",
  guest_invited:
    "Et ass schonn een invitéiert. Annuléiert fir d’éischt dës Invitatioun.",
  too_many_guests:
    "Et goufen ze vill Persoune invitéiert. Probéiert et muer nach eng Kéier, oder rufft den Helpdesk un.",
  too_many_hours:
    "Ären Agenda huet ze vill Zäiten. Läscht der als éischt e puer.",
  name_missing: "Gitt der Virlag en Numm.",
  too_many_templates: "Dir hutt schonn 200 Virlagen. Läscht der fir d’éischt.",
  thread_closed: "Den Dokter hëlt an dëser Ënnerhalung keng nei Messagen un.",
  too_many_messages_today:
    "Dir hutt haut ganz vill Message geschriwwen. Probéiert et muer nach eng Kéier, oder rufft eisen Helpdesk un.",
  forbidden:
    "Äre Kont erlaabt dat net. Wann dat e Feeler ass, mellt Iech bei eisem Helpdesk.",
  signed_out: "Är Umeldung ass ofgelaf. Mellt Iech nach eng Kéier un.",
  unavailable:
    "De Service ass de Moment net z’erreechen. Probéiert et an e puer Minutten nach eng Kéier.",
  act_without_tariff:
    "En Akt huet um Dag vun der Konsultatioun keen Tarif. Wielt en aneren.",
  cns_address_missing:
    "D’CNS huet hei keng Adress. Dréckt d’Rechnung a schéckt se mat der Post.",
  document_changed:
    "Dësen Entworf gouf an enger anerer Fënster geännert. Luet d’Säit nei: näischt Gespäichertes geet verluer.",
  document_incomplete:
    "Et feelen Informatiounen, oder eng dovun ass net richteg.",
  document_issued:
    "Dëst Dokument ass schonn ënnerschriwwen. Korrigéiert et, fir et z’änneren.",
  document_not_issued: "Dëst Dokument ass nach net ausgestallt.",
  document_too_late:
    "D’Konsultatioun ass ze laang hier, fir en Dokument auszestellen.",
  document_voided: "Dëst Dokument ass ongëlteg.",
  iban_missing: "Är IBAN feelt. Frot d’Verwaltung, se anzedroen.",
  not_a_fee_note: "Nëmmen eng Honorairesrechnung kann bezuelt ginn.",
  paid_too_much: "De bezuelte Betrag ass méi héich wéi d’Zomm.",
  practice_address_missing:
    "D’Adress oder d’Telefonsnummer vun Ärer Praxis feelt. Frot d’Verwaltung, se anzedroen.",
  restricted_substance:
    "E Medikament enthält eng Substanz, fir déi de Pabeierheft gebraucht gëtt. Huelt et eraus.",
  sick_leave_reason_missing:
    "Dëse Krankeschäin ass laang, fänkt an der Vergaangenheet un oder iwwerschneit en aneren: gitt de Grond un.",
  document_left:
    "D’Dokument ass scho fort. Dir kënnt et korrigéieren oder fir ongëlteg erklären.",
  unknown_analysis: "Eng Analys steet net méi am Katalog. Huelt se eraus.",
  held_by_telephone: "Den Dokter huet notéiert, datt Dir um Telefon schwätzt.",
  free_now_too_long: "«Elo fräi» dauert héchstens 12 Stonnen.",
  hours_invalid: "Dës Stonne passen net. Kuckt Ufank, Enn an Zuelen no.",
  note_too_long: "D’Notize sinn ze laang: héchstens 20.000 Zeechen.",
  too_late_to_undo: "Et ass ze spéit: d’Patiente sinn informéiert.",
  answers_invalid: "Kuckt Är Äntwerten op d’Froe vum Dokter no.",
  reason_changed: "Den Dokter huet dëse Grond geännert. Wielt nach eng Kéier.",
  reason_invalid:
    "Kuckt de Grond no: en Numm, 5 bis 60 Minutten, héchstens fënnef Froen.",
  email_invalid: "Schreift eng komplett E-Mail-Adress, wéi numm@beispill.lu.",
  not_forwarded:
    "Nëmmen eng Ordonnance oder d’Blat fir de Patron gëtt esou weidergeleet.",
  too_many_forwards:
    "Dir hutt haut ze vill Dokumenter weidergeleet. Probéiert et muer nach eng Kéier.",
  too_many_reasons:
    "Är Lëscht huet schonn 30 Grënn: läscht der fir d’éischt een.",
  attachment_gone:
    "Dëse Fichier gouf wärend der Konsultatioun net opgemaach: en ass fir Iech net méi disponibel.",
  attachment_held_back:
    "Dëse Fichier gëtt grad kontrolléiert. Probéiert et an enger Minutt nach eng Kéier.",
  attachment_refused:
    "Dëse Fichier gouf refuséiert: et gouf e Virus dra fonnt.",
  attachment_too_large: "De Fichier ass ze grouss: héchstens 20 MB.",
  attachment_heic:
    "Dës HEIC-Foto konnt net ëmgewandelt ginn. Späichert se als JPEG a schéckt se dann.",
  attachment_type:
    "Dat ass kee ganze PDF-, JPEG-, PNG-, HEIC- oder Word-Fichier (DOCX). Schéckt ee vun deenen.",
  too_many_attachments:
    "Dir hutt haut vill Fichiere geschéckt. Probéiert et muer nach eng Kéier, oder rufft eisen Helpdesk un.",
  too_many_exports:
    "Dir hutt Är Donnéeën haut scho méi wéi eng Kéier erofgelueden. Probéiert et muer nach eng Kéier.",
  too_many_erasure_requests:
    "Dir hutt haut ze oft d’Läschen ugefrot. Probéiert et muer nach eng Kéier, oder rufft eisen Helpdesk un.",
  email_change_over:
    "Dës Ännerung vun der Adress waart net méi: si gouf confirméiert, zréckgezunn oder ersat, oder hir 24 Stonne sinn eriwwer.",
  email_sent_just_now:
    "Un dës Adress ass grad eng E-Mail erausgaangen. Waart eng Minutt, ier Dir se nach eng Kéier schéckt.",
  email_sent_too_often:
    "D’E-Mail gouf ze dacks geschéckt. Waart eng Stonn, oder zitt d’Ännerung zréck a fänkt nei un.",
} as const satisfies Translation<typeof french>;
