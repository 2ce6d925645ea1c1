import { assert, assertMatch } from "@std/assert";
import { newBrowser } from "../house.ts";
import { newAppointment, newDoctor, newPatient } from "../people.ts";
import { looksBlurred, seesVideoOf } from "../playing.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("trying the equipment and the line", async (t) => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment = await newAppointment(patient, doctor, 3 * 24 * 60);

  await t.step("days ahead, from the appointment", async () => {
    const { context, page } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${appointment}`,
    );
    await page.getByRole("link", { name: "Essayer mon matériel" }).click();
    const result = page.getByText(/^(Bonne connexion|Connexion moyenne)$/);
    await result.waitFor();
    assertMatch(
      await page.getByText("Réponse en").innerText(),
      /^Réponse en [\d,]+ ms, réception [\d\s,]+ Mbit\/s, envoi [\d\s,]+ Mbit\/s$/,
    );
    await page.getByRole("button", { name: "Régler votre matériel" }).click();
    await seesVideoOf(page, "Vous");
    // On the device: the model and what runs it come from this app.
    const blur = page.getByLabel("Flouter l’arrière-plan");
    await looksBlurred(page, "Vous", false);
    await blur.click();
    await looksBlurred(page, "Vous");
    await blur.click();
    await looksBlurred(page, "Vous", false);
    await page.getByLabel("Réduire les bruits").click();
    await page.getByText("un instant…").waitFor({ state: "detached" });
    assert(await page.getByLabel("Réduire les bruits").isChecked());
    await page.getByRole("button", { name: "Tester le son" }).click();
    await page.getByRole("button", { name: "Oui, entendu" }).click();
    await page.getByText("Votre haut-parleur fonctionne").waitFor();
    await noViolations(page);
    await context.close();
  });

  await t.step("a network that blocks the video service is told", async () => {
    const { context, page } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${appointment}`,
    );
    await page.routeWebSocket(/xmpp-websocket/, (socket) => socket.close());
    await page.getByRole("link", { name: "Essayer mon matériel" }).click();
    await page.getByText("Ce réseau bloque l’appel vidéo").waitFor();
    await context.close();
  });

  await t.step("without a network it is said what to look at", async () => {
    const { context, page } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${appointment}/equipment`,
    );
    await page.getByText("Réponse en").waitFor();
    await context.setOffline(true);
    await page.getByRole("button", { name: "Vérifier encore" }).click();
    await page.getByText("Pas de connexion à Internet").waitFor();
    await page.getByText("si le mode avion est coupé").waitFor();
    await context.close();
  });

  await t.step("a slow line is told with what helps", async () => {
    const { context, page } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${appointment}/equipment`,
    );
    await page.getByText("Réponse en").waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 100,
      downloadThroughput: 25_000,
      uploadThroughput: 25_000,
    });
    await page.getByRole("button", { name: "Vérifier encore" }).click();
    await page.getByText("Connexion faible").waitFor();
    await page.getByText("Un câble vaut mieux").waitFor();
    await context.close();
  });
});
