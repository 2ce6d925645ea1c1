import { assert, assertEquals } from "@std/assert";
import { house } from "../house.ts";
import { newDoctor, openSql } from "../people.ts";
import { now, shareBrowser } from "./account_steps.ts";
import {
  appointmentsOf,
  freeSlots,
  makeDue,
  notificationsOf,
  openForm,
  post,
  send,
  toldAbout,
  until,
  visitAsPatient,
} from "./booking_steps.ts";

shareBrowser();

type Mode = "up" | "down" | "slow" | "lost";

/** Switches both carriers, until the returned object's scope ends. */
async function carriers(mode: Mode): Promise<AsyncDisposable> {
  const put = async (both: Mode) => {
    const answer = await fetch(`${house().carriersUrl}/api/outage`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ twilio: both, mailgun: both }),
    });
    await answer.body?.cancel();
    assert(answer.ok, `outage ${both}: ${answer.status}`);
  };
  await put(mode);
  return { [Symbol.asyncDispose]: () => put("up") };
}

/** How the messages about an appointment stand: tries, and whether the last one has failed. */
async function tries(id: string) {
  await using sql = openSql();
  const rows = await sql`
    select attempts, last_error is not null as failed, state from public.notifications
    where appointment_id = ${id} and kind = 'appointment_confirmation'`;
  return rows.map((row) => ({ ...row }));
}

for (const mode of ["down", "slow"] as const) {
  Deno.test(`both carriers are ${mode}: the booking stands, the page does not wait, each message goes out once afterwards`, () =>
    visitAsPatient(async (page, patient) => {
      const doctor = await newDoctor();
      const [start = ""] = await freeSlots(doctor, 1);
      await openForm(page, doctor, start);
      const form = page.url();
      const since = now();
      let id = "";
      {
        await using _outage = await carriers(mode);
        id = await send(page, "Toux");
        if (mode === "slow") {
          // The page was there before the carriers had answered or been given up.
          const left = await tries(id);
          assertEquals(left.map((one) => one.failed), [false, false]);
        }
        assertEquals((await appointmentsOf(patient)).map((one) => one.state), [
          "booked",
        ]);
        await until(
          () => tries(id),
          (all) => all.every((one) => one.failed),
        );
        assertEquals(await notificationsOf(id), ["email due", "sms due"]);
      }
      await makeDue(id);
      // The form sent again books nothing, but something may be due.
      const answer = await post(page, { id, symptoms: "Toux" }, form);
      assertEquals(answer.status, 303);
      await answer.body?.cancel();
      const { sms, mails } = await toldAbout(patient, since, doctor.lastName);
      await until(
        () => notificationsOf(id),
        (all) => all.every((one) => one.endsWith("sent")),
      );
      assertEquals(await notificationsOf(id), ["email sent", "sms sent"]);
      assertEquals([sms.length, mails.length], [1, 1]);
    }));
}

Deno.test("carriers that take the messages and never answer: nobody gets them twice", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const form = page.url();
    const since = now();
    let id = "";
    {
      await using _outage = await carriers("lost");
      id = await send(page, "Toux");
      // They report on what they took, with its number: that settles it.
      await until(
        () => notificationsOf(id),
        (all) => all.every((one) => one.endsWith("sent")),
      );
    }
    await makeDue(id);
    const answer = await post(page, { id, symptoms: "Toux" }, form);
    await answer.body?.cancel();
    // Another message of this patient passes through the same worker; nothing came before it.
    await page.goto(`/fr/appointments/${id}/cancellation`);
    await page.getByRole("button", { name: "Oui, annuler" }).click();
    await page.getByText("Vous avez annulé ce rendez-vous").waitFor();
    await toldAbout(patient, since, `/doctors/${doctor.slug}`);
    const { sms, mails } = await toldAbout(patient, since, "/waiting-room");
    assertEquals([sms.length, mails.length], [1, 1]);
  }));
