import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import {
  ask,
  complete,
  issue,
  newDraft,
  openPractice,
  paracetamol,
} from "../documents.ts";
import { sendFile } from "../attachments.ts";
import { clientOf, newAppointment, openSql } from "../people.ts";
import type { Cast, Stop } from "./stop.ts";

/** Documents and messages, as the doctor writes them and the patient gets them. */
export async function* papersTour(
  { patient, patientPage, doctor, doctorPage }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { documents: words } = texts(language);
  await openPractice(doctor);
  const appointment = await newAppointment(patient, doctor, -300);
  await complete(appointment);
  const asDoctor = await clientOf(doctor);
  const issued = async (kind: string, content: unknown) => {
    const id = await newDraft(asDoctor, appointment, kind, content);
    await issue(asDoctor, id);
    return id;
  };
  const prescription = await issued("prescription", paracetamol);
  const feeNote = await issued("fee_note", {
    ...{ lines: [{ code: "C45", quantity: 1 }] },
    ...{ supplement_cents: 0, paid_cents: 0 },
  });
  const draft = await newDraft(
    asDoctor,
    appointment,
    "prescription",
    paracetamol,
  );

  await ask(asDoctor, "save_document_template", {
    ...{ document_id: draft, name: "Rhume" },
  });

  await doctorPage.goto(paths.documents(language));
  yield { name: "documents-doctor", page: doctorPage };

  await doctorPage.goto(paths.document(language, draft));
  yield { name: "document-draft", page: doctorPage };

  await doctorPage.goto(paths.documentIssue(language, draft));
  await doctorPage.getByRole("button", { name: words.sign }).waitFor();
  yield { name: "document-issue", page: doctorPage };

  await patientPage.goto(paths.documents(language));
  yield { name: "documents", page: patientPage };

  await patientPage.goto(paths.document(language, prescription));
  yield { name: "document", page: patientPage };

  const unmade = await issued("prescription", paracetamol);
  await using sql = openSql();
  // No worker makes its file.
  await sql`
    update public.documents set lease = gen_random_uuid(), leased_until = now() + interval '1 hour'
    where id = ${unmade} and sha256 is null`;
  await patientPage.goto(paths.document(language, unmade));
  await patientPage.getByText(words.beingMade).waitFor();
  yield { name: "document-being-made", page: patientPage };

  await patientPage.goto(paths.organisationChoice(language, "pharmacy"));
  yield { name: "pharmacy-choice", page: patientPage };

  await patientPage.goto(paths.documentPayment(language, feeNote));
  yield { name: "document-payment", page: patientPage };

  await patientPage.goto(paths.appointment(language, appointment));
  yield { name: "appointment-over", page: patientPage };

  const [thread] = await sql`
    select id from public.threads where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
  await sendFile(asDoctor, String(thread?.id));
  await patientPage.goto(paths.thread(language, String(thread?.id)));
  yield { name: "thread", page: patientPage };

  await doctorPage.goto(paths.threads(language));
  yield { name: "threads-doctor", page: doctorPage };
}
