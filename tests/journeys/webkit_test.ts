import { assertEquals } from "@std/assert";
import { smallPdf } from "../attachments.ts";
import { newBrowser } from "../house.ts";
import {
  codeTo,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";
import { signedIn } from "../visits.ts";
import { hasWebKit, newWebKitPage, type WebKitPage } from "../webkit.ts";
import {
  appointmentsOf,
  freeSlots,
  slotName,
  slotTime,
  takeSlot,
  weekPath,
} from "./booking_steps.ts";

// Where there is none, `tests/main.ts` has said why.
if (hasWebKit()) {
  Deno.test(
    "WebKit: from the directory through sign-in and the live calendar to a booked appointment",
    book,
  );
  Deno.test(
    "WebKit: a patient and a doctor in Chromium write to each other, what is unread is marked, and a file arrives",
    writeToEachOther,
  );
  Deno.test(
    "WebKit: the waiting room says that no call works, before anybody waits",
    cannotCall,
  );
  Deno.test("WebKit: a menu opens by keyboard and closes on Escape", openMenu);
}

async function book(): Promise<void> {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const [taken = "", next = "", start = ""] = await freeSlots(doctor, 3);
  await using page = await newWebKitPage();
  await page.open("/fr");
  await page.type("Nom du médecin", doctor.lastName);
  await page.press("button", "Chercher");
  await page.press("link", doctor.name);
  await page.sees("heading", doctor.name);
  await page.press("link", "Se connecter");
  await signIn(page, patient);

  await page.open(weekPath(doctor, start));
  await page.driver.run("document.body.dataset.kept = 'yes'");
  await page.sees("link", slotName(taken));
  await takeSlot(doctor, taken);
  await page.seesNo("link", slotName(taken));
  // It listens by now. This is said of what is heard only.
  await takeSlot(doctor, next);
  await page.reads(`Le créneau de ${slotTime(next)} vient d’être pris`);
  await page.press("link", slotName(start));
  await page.reads(slotTime(start));
  // The island has done both, without another page.
  assertEquals(
    await page.driver.run("return document.body.dataset.kept"),
    "yes",
  );
  await page.tick("J’accepte");
  await page.press("button", "Confirmer ce créneau");
  await page.type("Symptômes", "Toux depuis trois jours");
  await page.press("button", "Réserver");
  await page.reads("Votre rendez-vous est réservé");
  const booked = await appointmentsOf(patient);
  assertEquals(
    booked.map((one) => [one.symptoms, one.start]),
    [["Toux depuis trois jours", start]],
  );
}

/** Signs in by the form that the page has led to, with the code of the SMS. */
async function signIn(page: WebKitPage, person: TestPerson): Promise<void> {
  const since = new Date().toISOString();
  await page.type("E-mail ou matricule", person.email);
  await page.type("Mot de passe", person.password);
  await page.press("button", "Se connecter");
  await page.reads("Code reçu par SMS");
  await page.type("Code reçu par SMS", await codeTo(person.phone, since));
  await page.press("button", "Confirmer");
  await page.sees("button", `Compte de ${person.name}`);
}

async function writeToEachOther(): Promise<void> {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 60 * 24);
  await using sql = openSql();
  const [thread] = await sql`
    select id from public.threads where doctor_id = ${doctor.id}`;
  const path = `/fr/messages/${thread?.id}`;
  await using chromium = await newBrowser();
  const { page: his } = await signedIn(chromium, doctor, path);
  await using hers = await newWebKitPage(patient);

  // What he writes while she is elsewhere is counted, and marked until she reads it.
  const hello = "Prenez-vous encore le sirop ?";
  await his.getByLabel("Votre message").fill(hello);
  await his.getByRole("button", { name: "Envoyer" }).click();
  await his.getByText("· envoyé").waitFor();
  await hers.open("/fr/messages");
  await hers.reads(hello);
  await hers.reads("1 message non lu");
  await hers.open(path);
  await hers.reads(hello);
  await his.getByText("· lu").waitFor();
  await hers.open("/fr/messages");
  await hers.reads(hello);
  assertEquals(await hers.shows("1 message non lu"), false);

  // With both on the page it arrives at once.
  await hers.open(path);
  const question = "Oui. Dois-je la reprendre ?";
  await hers.type("Votre message", question);
  await hers.press("button", "Envoyer");
  await his.getByText(question, { exact: true }).waitFor();
  await his.getByLabel("Votre message").fill("Non, rassurez-vous.");
  await his.getByRole("button", { name: "Envoyer" }).click();
  await hers.reads("Non, rassurez-vous.");

  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/Résultats d’été.pdf`;
    await Deno.writeFile(file, smallPdf);
    await hers.attach(file);
    const link = his.getByRole("link", { name: "Résultats d’été.pdf" });
    await link.waitFor();
    const answer = await his.request.get(
      await link.getAttribute("href") ?? "",
    );
    assertEquals(new Uint8Array(await answer.body()), smallPdf);
    await hers.reads("Résultats d’été.pdf");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Debian's WebKit is built without WebRTC. */
async function cannotCall(): Promise<void> {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const id = await newAppointment(patient, doctor, 2);
  await using page = await newWebKitPage(patient);
  await page.open(`/fr/appointments/${id}/waiting-room`);
  // Before anything is pressed.
  await page.reads("Ce navigateur ne permet pas l’appel vidéo");
  await page.reads("Ouvrez cette page dans Chrome, Edge ou Safari.");
  await page.press("button", "Régler votre matériel");
  await page.reads("Ce navigateur ne permet pas les appels");
  assertEquals(await page.shows("Laissez cette page ouverte"), false);
  // Who waits all the same can be telephoned.
  await page.press("button", "Être appelé par téléphone");
  await page.reads(`${doctor.name} va vous téléphoner`);
}

async function openMenu(): Promise<void> {
  const patient = await newPatient();
  await using page = await newWebKitPage(patient);
  await page.open("/fr/appointments");
  const menu = `Compte de ${patient.name}`;
  await page.seesNo("link", "Mon compte");
  await page.strike("Enter", menu);
  await page.sees("link", "Mon compte");
  await page.strike("Escape", menu);
  await page.seesNo("link", "Mon compte");
  await page.strike("Enter", menu);
  await page.press("link", "Mon compte");
  await page.sees("heading", "Mon compte");
}
