import { assert, assertEquals } from "@std/assert";
import { askAs } from "../asking.ts";
import { newBrowser } from "../house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";
import { seesVideoOf } from "../playing.ts";
import { close, newVisit, noViolations, talk } from "../visits.ts";

/** How often this doctor has read the patient's file, by the audit log. */
async function readings(patient: TestPerson, doctor: TestPerson) {
  await using sql = openSql();
  const [row] = await sql`
    select count(*)::int from public.audit_log
    where patient_id = ${patient.patientId} and account_id = ${doctor.id} and action = 'patient_file_read'`;
  return row?.count;
}

Deno.test("beside the call the doctor has the patient's history, notes and file", async (t) => {
  await using browser = await newBrowser();
  await using sql = openSql();
  const visit = await newVisit(browser);
  const { patient, doctor, doctorPage } = visit;
  const earlier = await newAppointment(patient, doctor, -3 * 24 * 60);
  await sql`
    update public.appointments set symptoms = 'Une toux depuis lundi', state = 'completed',
      waiting_since = lower(during), called_at = lower(during), started_at = lower(during), ended_at = upper(during)
    where id = ${earlier}`;
  let next = { name: "", id: "" };
  const invite = "Inviter une autre personne";
  await t.step("a third person is invited from the day", async () => {
    await doctorPage.getByRole("button", {
      name: `Autres actions pour ${patient.name}`,
    }).first().click();
    await doctorPage.getByRole("link", { name: `${invite}, ${patient.name}` })
      .first().click();
    await doctorPage.getByRole("heading", { name: invite }).waitFor();
    await doctorPage.goto(visit.consultation);
    await doctorPage.getByRole("link", { name: invite }).waitFor();
    await doctorPage.goto("/fr/workspace");
  });
  await talk(visit);
  await seesVideoOf(doctorPage, patient.name);
  const panel = doctorPage.getByRole("region", { name: "Patient et chat" });

  await t.step(
    "what is read of the file is read when it is unfolded, and noted",
    async () => {
      const past = panel.getByText("Une toux depuis lundi");
      assertEquals(await past.count(), 0);
      assertEquals(await readings(patient, doctor), 0);
      await panel.getByText("Rendez-vous précédents et notes").click();
      await past.waitFor();
      assertEquals(await readings(patient, doctor), 1);
      await noViolations(doctorPage);
    },
  );

  await t.step("notes are kept as they are written", async () => {
    const notes = panel.getByRole("textbox", { name: /Notes/ });
    await notes.fill("Revoir dans dix jours");
    await panel.getByText("Enregistré à").waitFor();
    const [note] = await sql`
      select body from public.patient_notes
      where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
    assertEquals(note?.body, "Revoir dans dix jours");
  });

  await t.step(
    "the whole file opens beside the call, which goes on",
    async () => {
      const tab = doctorPage.context().waitForEvent("page");
      await panel.getByRole("link", { name: "Dossier du patient" }).click();
      const file = await tab;
      await file.getByText("Une toux depuis lundi").waitFor();
      await file.close();
      await seesVideoOf(doctorPage, patient.name);
    },
  );

  await t.step("so does the invitation of a third person", async () => {
    for (const page of [doctorPage, visit.patientPage]) {
      const tab = page.context().waitForEvent("page");
      await page.getByRole("button", { name: invite }).click();
      const invitation = await tab;
      await invitation.getByRole("heading", { name: invite }).waitFor();
      await invitation.close();
    }
    await panel.getByRole("link", { name: invite }).waitFor();
    await seesVideoOf(doctorPage, patient.name);
  });

  await t.step("an identity document seen now is noted now", async () => {
    await panel.getByRole("button", { name: "J’ai vu une pièce d’identité" })
      .click();
    await panel.getByText("vérifiée le").waitFor();
    const [row] = await sql`
      select identity_checked_by from public.patients where id = ${patient.patientId}`;
    assertEquals(row?.identity_checked_by, doctor.id);
    await seesVideoOf(doctorPage, patient.name);
  });

  await t.step(
    "who waits next is named, in the call and after it",
    async () => {
      const second = await newPatient();
      const waiting = await newAppointment(second, doctor, 15);
      assertEquals(await doctorPage.getByText(second.name).count(), 0);
      await sql`
      update public.appointments set state = 'waiting', waiting_since = now() where id = ${waiting}`;
      const label = doctorPage.getByRole("link", {
        name: `1 patient attend\u202f: ${second.name}`,
      });
      await label.waitFor();
      assertEquals(await label.getAttribute("href"), "/fr/workspace");
      next = { name: second.name, id: waiting };
    },
  );

  await t.step("notes whose call ends under the pen are kept", async () => {
    await panel.getByRole("textbox", { name: /Notes/ }).fill("Fini trop tôt");
    await doctorPage.getByRole("button", { name: "Terminer la consultation" })
      .click();
    await doctorPage.getByText("La consultation est terminée").waitFor();
    const onward = doctorPage.getByRole("link", {
      name: `Patient suivant\u202f: ${next.name}`,
    });
    assertEquals(
      await onward.getAttribute("href"),
      `/fr/appointments/${next.id}/consultation`,
    );
    const asDoctor = await askAs(doctor);
    const file = `/fr/workspace/patients/${patient.patientId}`;
    const written = /<textarea[^>]*>[^<]*Fini trop tôt/;
    let tries = 0;
    while (!written.test((await asDoctor(file)).html)) assert(++tries < 100);
  });
  await close(visit);
});

Deno.test("the file as data is for doctors of the patient only", async () => {
  const patient = await newPatient();
  const [doctor, other] = [await newDoctor(), await newDoctor()];
  await newAppointment(patient, doctor, 5);
  const path = `/api/patients/${patient.patientId}`;
  const status = async (person: TestPerson | null) =>
    (await (await askAs(person))(path)).status;
  assertEquals(await status(doctor), 200);
  assertEquals(await status(other), 404);
  assertEquals(await status(patient), 404);
  assertEquals(await status(null), 401);
});
