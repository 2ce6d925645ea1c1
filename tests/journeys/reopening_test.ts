import { assert, assertEquals } from "@std/assert";
import { groupedPhone } from "@/domain/digit_groups.ts";
import { house, newBrowser } from "../house.ts";
import { openSql } from "../people.ts";
import { seesVideoOf } from "../playing.ts";
import { newPushService } from "../push_service.ts";
import {
  close,
  newVisit,
  noViolations,
  signedIn,
  talk,
  type Visit,
} from "../visits.ts";

/** The doctor opens it again; the moment before, as the inbox counts. */
async function reopen({ doctorPage }: Visit): Promise<string> {
  const since = new Date().toISOString();
  await doctorPage.getByRole("button", { name: "Rouvrir la consultation" })
    .click();
  return since;
}

async function end({ doctorPage }: Visit): Promise<void> {
  await doctorPage.getByRole("button", { name: "Terminer la consultation" })
    .click();
  await doctorPage.getByText("La consultation est terminée").waitFor();
}

/** The first message with a text to somebody. It leaves 20 s after the reopening. */
async function messageTo(to: string, since: string, contains: string) {
  const query = new URLSearchParams({ to, since, contains, wait: "60" });
  const answer = await fetch(`${house().carriersUrl}/api/messages?${query}`);
  const [message] = await answer.json();
  if (!message) throw new Error("No message came within a minute");
  return message as { text: string };
}

/** What became of the messages about the reopenings. */
async function statesOf({ appointment }: Visit): Promise<string[]> {
  await using sql = openSql();
  const rows = await sql`
    select state from public.notifications
    where appointment_id = ${appointment} and kind = 'consultation_reopened' order by created_at`;
  return rows.map(({ state }) => String(state));
}

Deno.test("a consultation that is opened again", async (t) => {
  await using browser = await newBrowser();

  await t.step(
    "who closed the page is told by SMS and e-mail, the doctor by what; the link leads back, by a press",
    async () => {
      const visit = await newVisit(browser);
      const { patient, patientPage, doctor, doctorPage, room } = visit;
      await talk(visit);
      await seesVideoOf(doctorPage, patient.name);
      await end(visit);
      await patientPage.context().close();
      const since = await reopen(visit);
      await doctorPage.getByText(
        `${patient.name} a fermé la page. Nous l’en avertissons par SMS et par e-mail`,
      ).waitFor();
      await doctorPage.getByText("terminez de nouveau la consultation")
        .waitFor();
      // The number was not given for this consultation.
      const page = await doctorPage.locator("body").innerText();
      assertEquals(page.includes(groupedPhone(patient.phone)), false);
      await noViolations(doctorPage);

      for (const to of [patient.phone, patient.email]) {
        const message = await messageTo(to, since, room);
        assert(message.text.includes(`${house().appUrl}${room}`));
        assertEquals(/médecine|symptôme/i.test(message.text), false);
      }
      const { context, page: back } = await signedIn(browser, patient, room);
      await back.getByRole("heading", { name: "a rouvert la consultation" })
        .waitFor();
      const comeBack = back.getByRole("button", {
        name: "Revenir dans l’appel",
        disabled: false,
      });
      await comeBack.waitFor();
      assertEquals(await back.locator("video").count(), 0);
      await noViolations(back);
      await doctorPage.getByText("il reste à y appuyer").waitFor();
      await comeBack.click();
      await seesVideoOf(back, doctor.name);
      await seesVideoOf(doctorPage, patient.name);
      await context.close();
      await doctorPage.context().close();
    },
  );

  await t.step(
    "whose open page rings gets no message",
    async () => {
      const visit = await newVisit(browser);
      await talk(visit);
      await seesVideoOf(visit.doctorPage, visit.patient.name);
      await end(visit);
      await visit.patientPage.getByText("La consultation est terminée")
        .waitFor();
      const seen = visit.patientPage.waitForResponse(/\/reopening-seen$/);
      await reopen(visit);
      assertEquals((await seen).status(), 200);
      assertEquals(await statesOf(visit), ["withdrawn", "withdrawn"]);
      await close(visit);
    },
  );

  await t.step(
    "whose browser is told by push gets no SMS; what is pushed names nobody",
    async () => {
      await using service = await newPushService();
      const visit = await newVisit(browser);
      const { patient, patientPage, doctor, doctorPage, room } = visit;
      await talk(visit);
      await seesVideoOf(doctorPage, patient.name);
      await using sql = openSql();
      const { endpoint, keys } = service.subscription;
      await sql`
        insert into public.push_subscriptions (appointment_id, endpoint, account_id, p256dh, auth)
        values (${visit.appointment}, ${endpoint}, ${patient.id}, ${keys.p256dh}, ${keys.auth})`;
      await end(visit);
      await patientPage.context().close();
      const pushed = service.next();
      await reopen(visit);
      const { headers, text } = await pushed;
      assertEquals(JSON.parse(text), {
        text: "Votre médecin vous attend de nouveau.",
        path: room,
      });
      const sent = JSON.stringify([...headers]) + text;
      for (const name of [patient.lastName, doctor.lastName, patient.email]) {
        assertEquals(sent.includes(name), false);
      }
      await doctorPage.getByText("Nous l’en avertissons par notification,")
        .waitFor();
      assertEquals(await statesOf(visit), ["withdrawn", "withdrawn"]);

      // A browser that is gone is none: the messages go out.
      await end(visit);
      service.status = 410;
      await reopen(visit);
      await doctorPage.getByText("Nous l’en avertissons par SMS et par e-mail")
        .waitFor();
      await doctorPage.context().close();
    },
  );
});
