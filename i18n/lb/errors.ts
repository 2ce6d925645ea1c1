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
    "Dëse Formulaire gouf scho benotzt. Wielt nach eng Kéier en Termin.",
  no_consultation: "Et leeft keng Konsultatioun.",
  nobody_waits: "De Patient ass net am Waardesall.",
  not_a_laboratory: "Wielt e Laboratoire aus der Lëscht.",
  not_a_pharmacy: "Wielt eng Apdikt aus der Lëscht.",
  not_an_account_notification: "Dëse Message kann net esou geschéckt ginn.",
  not_found: "Dat gëtt et net, oder et ass net Äert.",
  not_started: "De Rendez-vous huet nach net ugefaangen.",
  patient_busy:
    "Dir hutt schonn e Rendez-vous zu där Zäit. Wielt eng aner Zäit.",
  patients_only: "Dat kann nëmmen e Patient maachen.",
  period_too_long: "D’Period ass ze laang.",
  reason_missing: "Gitt de Grond un: de Patient kritt e matgedeelt.",
  slot_taken: "Dësen Termin ass grad ewechgeholl ginn. Wielt en aneren.",
  symptoms_too_long: "Den Text ass ze laang: héchstens 2000 Zeechen.",
  terms_not_accepted: "Setzt de Krop, fir d’Konditiounen unzehuelen.",
  too_late_to_cancel: "Et ass ze spéit, fir dëse Rendez-vous ofzesoen.",
  too_many_wrong_codes: "Ze vill falsch Coden. Mellt Iech nach eng Kéier un.",
  unknown_time_zone: "Dës Zäitzon ass net bekannt.",
  user_mismatch: "Dës Umeldung gehéiert net zu dësem Kont.",
  waiting_room_closed: "De Waardesall ass nach net op.",
  forbidden: "Äre Kont erlaabt dat net.",
  signed_out: "Är Sessioun ass eriwwer. Mellt Iech nach eng Kéier un.",
  unavailable:
    "De Service ass de Moment net ze erreechen. Probéiert et an e puer Minutten nach eng Kéier.",
} as const satisfies Translation<typeof french>;
