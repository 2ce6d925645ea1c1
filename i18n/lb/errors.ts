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
  forbidden:
    "Äre Kont erlaabt dat net. Wann dat e Feeler ass, mellt Iech bei eisem Helpdesk.",
  signed_out: "Är Umeldung ass ofgelaf. Mellt Iech nach eng Kéier un.",
  unavailable:
    "De Service ass de Moment net z’erreechen. Probéiert et an e puer Minutten nach eng Kéier.",
} as const satisfies Translation<typeof french>;
