import { paths } from "@/domain/paths.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { clientOf, newAppointment, openSql } from "../people.ts";
import { seesVideoOf } from "../playing.ts";
import type { Cast, Stop } from "./stop.ts";

/** Waiting room, ringing, call and end, on both sides; between them the doctor's day. */
export async function* consultationTour(
  cast: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { patient, patientPage, doctor, doctorPage } = cast;
  const { consultation: words, workspace } = texts(language);
  const id = await newAppointment(patient, doctor, 30);

  await doctorPage.goto(paths.workspace(language));
  await doctorPage.getByText(workspace.nobodyWaits).waitFor();
  yield { name: "workspace-nobody-waits", page: doctorPage };
  await doctorPage.goto(paths.cancellation(language, id));
  yield { name: "cancellation-doctor", page: doctorPage };
  await doctorPage.goto(paths.account(language));
  yield { name: "account-doctor", page: doctorPage };

  await patientPage.goto(paths.waitingRoom(language, id));
  await patientPage.getByText(words.notOpenTitle).waitFor();
  yield { name: "waiting-room-too-early", page: patientPage };

  await startIn(id, 5);
  await patientPage.goto(paths.waitingRoom(language, id));
  const setup = patientPage.getByRole("button", {
    ...{ name: words.setupButton, disabled: false },
  });
  await setup.waitFor();
  yield { name: "waiting-room", page: patientPage };

  await setup.click();
  await seesVideoOf(patientPage, words.you);
  yield { name: "waiting-room-equipment", page: patientPage };

  await patientPage.getByRole("button", { name: words.start }).click();
  await patientPage.getByText(words.keepOpen).waitFor();
  yield { name: "waiting-room-waiting", page: patientPage };

  await doctorPage.goto(paths.workspace(language));
  const call = doctorPage.getByRole("button", {
    ...{ name: `${workspace.call}, ${patient.name}`, disabled: false },
  }).first();
  await call.waitFor();
  yield { name: "workspace", page: doctorPage };

  await call.click();
  const answer = patientPage.getByRole("button", { name: words.answer });
  await answer.waitFor();
  await doctorPage.getByText(t(words.ringing, { name: patient.name })).first()
    .waitFor();
  yield { name: "waiting-room-ringing", page: patientPage };
  yield { name: "call-ringing-doctor", page: doctorPage };

  await answered(cast, language);
  await Promise.all([
    // German writes a full stop after the title.
    seesVideoOf(
      patientPage,
      language === "de" ? doctor.name.replace("Dr ", "Dr. ") : doctor.name,
    ),
    seesVideoOf(doctorPage, patient.name),
  ]);
  yield* chat(cast, language);

  const { messages, practice } = texts(language);
  await doctorPage.getByRole("button", { name: words.openPatient }).click();
  await doctorPage.getByText(practice.history).click();
  await doctorPage.getByText(practice.auditNote).waitFor();
  yield { name: "call-doctor-history", page: doctorPage };

  await doctorPage.getByRole("button", { name: words.endCall }).click();
  await doctorPage.getByText(words.endedTitle).waitFor();
  yield { name: "call-ended-doctor", page: doctorPage };
  await patientPage.getByText(words.endedTitle).waitFor();
  yield { name: "call-ended", page: patientPage };

  await doctorPage.getByRole("button", { name: words.reopen }).click();
  await patientPage.getByText(words.reopenedText).waitFor();
  yield { name: "call-reopened", page: patientPage };
  await doctorPage.getByRole("button", { name: words.endCall }).click();
  await patientPage.getByText(words.endedTitle).waitFor();

  for (
    const [page, name] of [
      [patientPage, "appointment-consulted"],
      [doctorPage, "appointment-consulted-doctor"],
    ] as const
  ) {
    await page.goto(paths.appointment(language, id));
    await page.getByRole("heading", { name: messages.said }).waitFor();
    yield { name, page };
  }

  await startIn(id, -60);
  yield* telephone(cast, language);
}

/** Another consultation, which is held by telephone. */
async function* telephone(
  { patient, patientPage, doctor, doctorPage }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { connection, consultation } = texts(language);
  const appointment_id = await newAppointment(patient, doctor, 2);
  const asPatient = await clientOf(patient);
  const { error } = await asPatient.rpc("transition_appointment", {
    ...{ appointment_id, act: "ask_telephone" },
  });
  if (error) throw error;

  await patientPage.goto(paths.waitingRoom(language, appointment_id));
  yield { name: "waiting-room-telephone", page: patientPage };

  await doctorPage.goto(paths.consultation(language, appointment_id));
  await doctorPage.getByRole("button", { name: connection.telephoneNote })
    .click();
  await patientPage.getByText(connection.byTelephoneTitle).waitFor();
  yield { name: "call-telephone-doctor", page: doctorPage };

  await doctorPage.getByRole("button", { name: connection.backToVideo })
    .click();
  await patientPage.getByText(consultation.reopenedText).waitFor();
  yield { name: "call-back-to-video", page: patientPage };

  // A doctor on the telephone cannot call the next one.
  await doctorPage.getByRole("button", { name: consultation.endCall }).click();
  await patientPage.getByText(consultation.endedTitle).first().waitFor();
}

/** Whoever looked longer than it rings is called again. */
async function answered(
  { patient, patientPage, doctorPage }: Cast,
  language: Language,
): Promise<void> {
  const { consultation: words } = texts(language);
  const answer = patientPage.getByRole("button", { name: words.answer });
  if (!await answer.isVisible()) {
    const again = doctorPage.getByRole("button", { name: words.callAgain });
    const first = doctorPage.getByRole("button", {
      name: t(words.callNow, { name: patient.name }),
    });
    await again.or(first).click();
  }
  await answer.click();
}

/** The call, and what they write to each other. */
async function* chat(
  { patientPage, doctorPage }: Cast,
  language: Language,
): AsyncGenerator<Stop> {
  const { consultation: words } = texts(language);
  for (
    const [page, text] of [
      [patientPage, "Bonjour docteur"],
      [doctorPage, "Bonjour, je vous écoute"],
    ] as const
  ) {
    const box = page.getByLabel(words.chatMessage);
    if (!await box.isVisible()) {
      await page.getByRole("button", { name: words.openChat }).click();
    }
    await box.fill(text);
    await page.getByRole("button", { name: words.chatSend }).click();
  }
  await patientPage.getByText("Bonjour, je vous écoute").waitFor();
  yield { name: "call", page: patientPage };
  yield { name: "call-doctor", page: doctorPage };
}

/** Lets an appointment start in so many minutes. */
async function startIn(id: string, minutes: number): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments
    set during = tstzrange(start, start + interval '10 minutes')
    from (select date_trunc('second', now()) + make_interval(mins => ${minutes}::int) as start) as chosen
    where id = ${id}`;
}
