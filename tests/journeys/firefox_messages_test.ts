import { assertEquals } from "@std/assert";
import { smallPdf } from "../attachments.ts";
import { byLabel, byText, newFirefox, newFirefoxPage } from "../firefox.ts";
import { newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient, openSql } from "../people.ts";
import { signedIn } from "../visits.ts";
import { press } from "./firefox_steps.ts";

Deno.test("a patient in Firefox and a doctor in Chromium write to each other, and a file arrives", async () => {
  await using firefox = await newFirefox();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 60 * 24);
  await using sql = openSql();
  const [thread] = await sql`
        select id from public.threads where doctor_id = ${doctor.id}`;
  const path = `/fr/messages/${thread?.id}`;
  await using chromium = await newBrowser();
  const { page: his } = await signedIn(chromium, doctor, path);
  await using visitor = await newFirefoxPage(firefox, patient);
  const { page: hers, open, faults } = visitor;
  await open(path);
  const attach = await hers.waitForSelector("input[type=file][multiple]");

  // Key by key, as fast as it goes: no letter is lost.
  const question = "Le pharmacien demande si je dois la reprendre.";
  await byLabel(hers, "Votre message").click();
  await hers.keyboard.type(question);
  await press(hers, "Envoyer");
  await his.getByText(question, { exact: true }).waitFor();
  await his.getByLabel("Votre message").fill("Non, rassurez-vous.");
  await his.getByRole("button", { name: "Envoyer" }).click();
  await byText(hers, "Non, rassurez-vous.").wait();

  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/Résultats d’été.pdf`;
    await Deno.writeFile(file, smallPdf);
    await attach?.uploadFile(file);
    const link = his.getByRole("link", { name: "Résultats d’été.pdf" });
    await link.waitFor();
    const answer = await his.request.get(
      await link.getAttribute("href") ?? "",
    );
    assertEquals(new Uint8Array(await answer.body()), smallPdf);
    await byText(hers, "Résultats d’été.pdf").wait();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  assertEquals(faults, []);
});
