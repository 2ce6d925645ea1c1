import { assert, assertEquals, assertMatch } from "@std/assert";
import { newBrowser } from "../house.ts";
import {
  messagesTo,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
} from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("patient and doctor write to each other outside of a consultation", async (t) => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment = await newAppointment(patient, doctor, 60 * 24);
  const { page: hers } = await signedIn(
    browser,
    patient,
    `/fr/appointments/${appointment}`,
  );
  const { page: his } = await signedIn(browser, doctor, "/fr/messages");
  const since = new Date().toISOString();

  await t.step("the doctor says when they answer", async () => {
    await his.getByText("Pas encore de messages").waitFor();
    await his.getByLabel("Vous répondez sous").selectOption({
      label: "2 jours ouvrables",
    });
    await his.getByRole("button", { name: "Enregistrer" }).click();
    await his.getByText("Vos réglages sont enregistrés").waitFor();
    await noViolations(his);
  });

  await t.step("from the appointment the patient writes to them", async () => {
    await hers.getByRole("link", { name: `Écrire à ${doctor.name}` }).click();
    await hers.getByText("appelez le 112").first().waitFor();
    await hers.getByText("répond en général sous 2 jours ouvrables").waitFor();
    await hers.getByLabel("Votre message").fill(
      "Voir https://cns.lu/fr, est-ce juste ?",
    );
    await hers.getByRole("button", { name: "Envoyer" }).click();
    const said = hers.getByRole("listitem").filter({ hasText: "est-ce juste" });
    await said.waitFor();
    const link = said.getByRole("link", { name: "https://cns.lu/fr" });
    assertEquals(
      await link.getAttribute("rel"),
      "noopener noreferrer nofollow",
    );
    await noViolations(hers);
  });

  await t.step(
    "the doctor's header counts it, the page shows it, live",
    async () => {
      // As when he comes back to the tab: nothing is loaded anew.
      await his.evaluate(() =>
        document.dispatchEvent(new Event("visibilitychange"))
      );
      await his.getByRole("navigation").getByRole("link", {
        name: /Messages\s*1/,
      }).waitFor();
      // On a phone the number stands at the account's button, and is read with it.
      await his.setViewportSize({ width: 360, height: 800 });
      await his.getByRole("button", { name: /^Compte de .*Messages: 1$/ })
        .waitFor();
      await noViolations(his);
      await his.setViewportSize({ width: 1280, height: 800 });
      await his.reload();
      assertMatch(await his.title(), /^\(1\) Messages/);
      await his.getByRole("link", { name: /est-ce juste/ }).click();
      await his.getByRole("heading", { name: patient.name }).waitFor();
      assertMatch(await his.title(), /^Messages/);
      await hers.getByText("lu", { exact: false }).filter({ hasText: "· lu" })
        .first().waitFor();
      await his.getByLabel("Votre message").fill("Oui, c’est juste.");
      await his.getByRole("button", { name: "Envoyer" }).click();
      await hers.getByText("Oui, c’est juste.").waitFor();
      // He goes on writing until she sees that he does.
      const line = his.getByLabel("Votre message");
      await Promise.all([
        hers.getByText(`${doctor.name} écrit…`).waitFor(),
        line.pressSequentially("Et prenez du repos", { delay: 250 }),
      ]);
      await line.fill("");
      await noViolations(his);
    },
  );

  await t.step("a search finds it", async () => {
    await his.getByRole("searchbox").fill("JUSTE.");
    await his.getByRole("button", { name: "Rechercher" }).click();
    await his.getByRole("heading", { name: "1 message avec « JUSTE. »" })
      .waitFor();
    await noViolations(his);
    await his.getByRole("link", { name: "Revenir à la conversation" }).click();
  });

  await t.step("a closed thread says why and takes no message", async () => {
    await his.getByLabel("Votre phrase pour le patient").fill(
      "Prenez un rendez-vous.",
    );
    await his.getByRole("button", { name: "Fermer la conversation" }).click();
    await his.getByRole("button", { name: "Rouvrir la conversation" })
      .waitFor();
    await hers.reload();
    await hers.getByText("Prenez un rendez-vous.").waitFor();
    assertEquals(await hers.getByLabel("Votre message").count(), 0);
    await noViolations(hers);
    await his.getByRole("button", { name: "Rouvrir la conversation" }).click();
    await his.getByRole("button", { name: "Fermer la conversation" })
      .waitFor();
  });

  await t.step("who is away gets an e-mail without content", async () => {
    await hers.goto("/fr/help");
    await his.getByLabel("Votre message").fill("Le résultat est négatif.");
    await his.getByRole("button", { name: "Envoyer" }).click();
    await his.getByText("Le résultat est négatif.").waitFor();
    await using sql = openSql();
    const due = async () =>
      (await sql`
        update public.notifications set due_at = now()
        where account_id = ${patient.id} and kind = 'unread_messages' and state = 'due' returning id`)
        .length;
    while (await due() === 0);
    // A cancellation works the outbox at once; else it is worked every minute.
    await hers.request.post(`/fr/appointments/${appointment}/cancellation`, {
      form: { reason: "" },
      headers: { Origin: new URL(hers.url()).origin },
    });
    const [mail] = await messagesTo(patient.email, since, "nouveau message");
    const all = `${mail?.subject} ${mail?.text} ${mail?.html}`;
    assert(!all.includes("négatif") && !all.includes(doctor.lastName));
    assertMatch(mail?.text ?? "", /\/fr\/messages/);
  });
});

Deno.test("without JavaScript a message is sent once, and what is wrong is told beside what was typed", async () => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 60 * 24);
  await using sql = openSql();
  const [thread] = await sql`
    select id from public.threads where doctor_id = ${doctor.id}`;
  const { page } = await signedIn(
    browser,
    patient,
    `/fr/messages/${thread?.id}`,
    { javaScriptEnabled: false },
  );
  const line = page.getByLabel("Votre message");
  const send = page.getByRole("button", { name: "Envoyer" });
  const said = async () =>
    (await sql`
      select body from public.messages where thread_id = ${thread?.id} order by sent_at`)
      .map(({ body }) => body);

  await line.fill("Une question\nen deux lignes");
  await send.click();
  await page.getByText("en deux lignes").waitFor();
  assertEquals(await line.inputValue(), "");

  // Sent again by an impatient hand: the form carries the id of its message.
  const form = {
    id: await page.locator("input[name=id]").getAttribute("value") ?? "",
    message: "Une autre",
  };
  const post = (form: Record<string, string>) =>
    page.request.post(page.url(), {
      form,
      headers: { Origin: new URL(page.url()).origin },
    });
  assertEquals(
    (await Promise.all([post(form), post(form)])).map((answer) =>
      answer.status()
    ),
    [200, 200],
  );
  assertEquals(await said(), ["Une question\nen deux lignes", "Une autre"]);
  // Filled in again after the browser's Back: another text is another message.
  await post({ ...form, message: "Encore une" });
  assertEquals((await said()).length, 3);
  await page.reload();

  await line.fill("   ");
  await send.click();
  await page.getByRole("alert").getByText("Écrivez votre message").waitFor();

  await sql`update public.threads set closed_at = now(), closed_reason = 'Absence' where id = ${thread?.id}`;
  await line.fill("Trop tard");
  await send.click();
  await page.getByRole("alert").getByText("ne prend pas de nouveaux messages")
    .waitFor();
  assertEquals((await said()).length, 3);
});
