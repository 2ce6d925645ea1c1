import { fullName } from "@/domain/names.ts";
import { doctorName } from "@/domain/records.ts";
import type { ThreadPeople } from "@/domain/threads.ts";
import type { MessagesTexts } from "@/i18n/fr/messages.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** With whom the reader of a thread talks. */
export function otherName(
  { me, doctor, patient }: ThreadPeople,
  language: Language,
): string {
  return me === "doctor" ? fullName(patient) : doctorName(doctor, language);
}

/** For whom, when somebody acts for the patient: `pour Zoé Wagner`; undefined for the patient and the doctor. */
export function forPatient(
  { me, patient }: ThreadPeople,
  texts: MessagesTexts,
): string | undefined {
  return me === "patient" && !patient.own
    ? t(texts.forPatient, { name: fullName(patient) })
    : undefined;
}
