import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { openSql, type TestPerson } from "../people.ts";
import type { Cast, Stop } from "./stop.ts";

/** The doctor's pages beside the day: reasons, hours, week, patients. `patientTour` books with a reason of these. */
export async function* practiceTour(
  { patient, doctor, doctorPage: page }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const reason = await newReason(doctor);
  const stops = {
    "reasons": paths.reasons(language),
    "reason": paths.reasons(language, { edit: reason }),
    "availability": paths.availability(language),
    "week": paths.week(language),
    "patients": paths.patients(language),
    "patient-file": paths.patientFile(language, patient.patientId),
  };
  for (const [name, path] of Object.entries(stops)) {
    await page.goto(path);
    yield { name, page };
  }
}

/** What `newReason` calls it. */
export const REASON = "Un nouveau problème de santé";

/** A reason with two questions; the doctor's own of this name, if there is one. */
async function newReason(doctor: TestPerson): Promise<string> {
  await using sql = openSql();
  const [known] = await sql`
    select id from public.reasons where doctor_id = ${doctor.id} and name = ${REASON}`;
  if (known) return known.id;
  const [made] = await sql`
    with reason as (
      insert into public.reasons (doctor_id, name, minutes, position)
      values (${doctor.id}, ${REASON}, 20, 1), (${doctor.id}, 'Une ordonnance à renouveler', 10, 2)
      returning id, position
    ),
    questions as (
      insert into public.reason_questions (reason_id, position, kind, question)
      select id, asked.position, asked.kind::public.question_kind, asked.question
      from reason, (values (1, 'text', 'Depuis quand ?'), (2, 'yes_no', 'Avez-vous de la fièvre ?')) as asked (position, kind, question)
      where reason.position = 1
    )
    select id from reason where position = 1`;
  return made?.id;
}
