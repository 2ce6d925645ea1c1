import { AxeBuilder } from "@axe-core/playwright";
import { assertEquals } from "@std/assert";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { newVisitor } from "./house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  startSession,
  type TestPerson,
} from "./people.ts";

/** A patient and a doctor with an appointment, each signed in and on the page where they meet. */
export interface Visit {
  appointment: string;
  patient: TestPerson;
  doctor: TestPerson;
  patientPage: Page;
  doctorPage: Page;
  /** Paths of the two pages. */
  room: string;
  consultation: string;
}

/** Somebody who has signed in, on a page of theirs. */
export async function signedIn(
  browser: Browser,
  person: TestPerson,
  path: string,
  options: Parameters<typeof newVisitor>[1] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await newVisitor(browser, options);
  await startSession(context, person);
  const page = await context.newPage();
  await page.goto(path);
  return { context, page };
}

/** An appointment in so many minutes; both have their page open, the patient in a browser of their own where one is given. */
export async function newVisit(
  browser: Browser,
  minutes = 2,
  patientBrowser = browser,
): Promise<Visit> {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const appointment = await newAppointment(patient, doctor, minutes);
  const room = `/fr/appointments/${appointment}/waiting-room`;
  const consultation = `/fr/appointments/${appointment}/consultation`;
  const [forPatient, forDoctor] = [
    await signedIn(patientBrowser, patient, room),
    await signedIn(browser, doctor, "/fr/workspace"),
  ];
  return {
    ...{ appointment, patient, doctor, room, consultation },
    patientPage: forPatient.page,
    doctorPage: forDoctor.page,
  };
}

/** The patient sets up camera and microphone, and waits. */
export async function wait({ patientPage }: Visit): Promise<void> {
  await patientPage.getByRole("button", { name: "Régler votre matériel" })
    .click();
  await patientPage.getByRole("button", { name: /Commencer/ }).click();
  await patientPage.getByText("Laissez cette page ouverte").waitFor();
}

/** The doctor calls from the day. */
export async function call({ doctorPage, patient }: Visit): Promise<void> {
  await doctorPage.getByRole("button", { name: `Appeler, ${patient.name}` })
    .first().click();
  await doctorPage.getByText(`Ça sonne chez ${patient.name}`).waitFor();
}

/** The patient presses the green button. */
export async function answer({ patientPage }: Visit): Promise<void> {
  await patientPage.getByRole("button", { name: "Répondre" }).click();
}

/** From setting up to talking. */
export async function talk(visit: Visit): Promise<void> {
  await wait(visit);
  await call(visit);
  await answer(visit);
}

/** Makes the browser refuse camera or microphone with an error of this name. */
export async function refuse(
  page: Page,
  errors: { camera?: string; microphone?: string },
): Promise<void> {
  await page.addInitScript(({ camera, microphone }) => {
    const { mediaDevices } = navigator;
    const give = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wanted) => {
      const error = (wanted?.video && camera) || (wanted?.audio && microphone);
      return error
        ? Promise.reject(new DOMException("Refused by the test", error))
        : give(wanted);
    };
  }, errors);
}

/** Both go home: their tabs are closed. */
export async function close({ patientPage, doctorPage }: Visit): Promise<void> {
  await patientPage.context().close();
  await doctorPage.context().close();
}

/** Fails with what axe finds wrong on a page. */
export async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assertEquals(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
  );
}
