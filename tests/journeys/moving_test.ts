import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import {
  clientOf,
  messagesTo,
  newAppointment,
  newDoctor,
  newEmail,
  newPatient,
  openSql,
  startSession,
  type TestPerson,
  zoneAtNoon,
} from "../people.ts";
import {
  assertAccessible,
  linkIn,
  now,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import {
  appointmentsOf,
  assertReloads,
  attachmentTo,
  freeSlots,
  post,
  refusalOf,
  slotName,
  slotTime,
  takeSlot,
  toldAbout,
  visitAsPatient,
  weekPath,
} from "./booking_steps.ts";

shareBrowser();

const slotLink = (page: Page, start: string) =>
  page.getByRole("link", { name: slotName(start), exact: true });

/** A page of somebody else, in a browser of their own. */
function visitAs(
  person: TestPerson,
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof visit>[1] = {},
) {
  return visit(async (page) => {
    await startSession(page.context(), person);
    await work(page);
  }, options);
}

Deno.test("moving: the ticket says which, somebody is quicker once, then everybody hears the new time", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [first = "", wanted = "", next = ""] = await freeSlots(doctor);
    const id = await takeSlot(doctor, first, patient);
    await page.goto(`/fr/appointments/${id}`);
    await page.getByRole("link", { name: "Déplacer", exact: true }).click();
    await page.getByText("Rendez-vous à déplacer").waitFor();
    await assertAccessible(page);

    // Quicker: the old appointment stays.
    await page.goto(`${weekPath(doctor, wanted)}&move=${id}`);
    await slotLink(page, wanted).click();
    await page.getByText("Pas encore déplacé").waitFor();
    await page.getByText(
      RegExp(`Au lieu de.*${slotName(first).split(",")[0]}`),
    ).waitFor();
    await assertAccessible(page);
    await takeSlot(doctor, wanted);
    await page.getByText("Choisissez une autre heure").waitFor();
    // The form that was sent a moment before it was struck through.
    const path = `/fr/appointments/${id}/move`;
    const refusal = await refusalOf(
      page,
      await post(page, { start: wanted }, path),
    );
    assertEquals(refusal.status, 409);
    assertMatch(refusal.text, /Votre rendez-vous n’a pas changé/);
    await assertAccessible(page);
    await assertReloads(page);
    assertEquals((await appointmentsOf(patient))[0]?.start, first);

    // Another patient looks at the same week.
    await visitAs(await newPatient(), async (other) => {
      const read = other.waitForResponse(/\/api\/doctors\/.*\/slots/);
      await other.goto(weekPath(doctor, next));
      await read;
      await slotLink(other, next).waitFor();
      assertEquals(await slotLink(other, first).count(), 0);

      await slotLink(page, next).click();
      const since = now();
      await page.getByRole("button", { name: "Déplacer à cette heure" })
        .dblclick();
      await page.getByText("Votre rendez-vous est déplacé").waitFor();
      await assertAccessible(page);
      await slotLink(other, next).waitFor({ state: "detached" });
      await slotLink(other, first).waitFor();

      assertEquals(
        (await appointmentsOf(patient)).map(({ id, start }) => [id, start]),
        [[id, next]],
      );
      const { sms, mails } = await toldAbout(patient, since, slotTime(next));
      assertEquals([sms.length, mails.length], [1, 1]);
      assertMatch(sms[0]?.text ?? "", /est déplacée/);
      const file = await attachmentTo(patient, since);
      assertMatch(file, /METHOD:REQUEST/);
      assertMatch(file, /SEQUENCE:1\r/);
      assertMatch(file, RegExp(`UID:${id}`));
    });
  }));

Deno.test("something earlier: the first in line declines, the second takes it without JavaScript", () =>
  visitAsPatient(async (page, first) => {
    const doctor = await newDoctor({ timeZone: zoneAtNoon() });
    await using sql = openSql();
    const [slot] = await sql`
      select starts_at from public.free_slots(${doctor.id}, now() + interval '3 hours', now() + interval '4 hours') order by 1 limit 1`;
    const start: string = slot?.starts_at.toISOString();
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      select ${doctor.id}, 'closed', unnest(array[
        tstzrange(now() - interval '1 day', ${start}::timestamptz),
        tstzrange(${start}::timestamptz + interval '10 minutes', now() + interval '1 year')
      ])`;
    const [holder, second] = [await newPatient(), await newPatient()];
    const taken = await takeSlot(doctor, start, holder);
    const mine = await newAppointment(first, doctor, 360);
    const theirs = await newAppointment(second, doctor, 400);

    await page.goto(`/fr/appointments/${mine}`);
    await page.getByRole("link", { name: "Un créneau plus tôt" }).click();
    await assertAccessible(page);
    await page.getByLabel("À partir de").selectOption("18:00");
    await page.getByLabel("Jusqu’à").selectOption("08:00");
    await page.getByRole("button", { name: "Me prévenir" }).click();
    await page.getByText("Choisissez au moins un jour").waitFor();
    assertEquals(await page.getByLabel("À partir de").inputValue(), "18:00");
    await assertAccessible(page);
    await page.getByLabel("À partir de").selectOption("00:00");
    await page.getByLabel("Jusqu’à").selectOption("24:00");
    await page.getByRole("button", { name: "Me prévenir" }).click();
    await page.getByText("Vous êtes sur la liste d’attente").waitFor();
    await (await clientOf(second)).rpc("join_waiting_list", {
      ...{ appointment_id: theirs, weekdays: [1, 2, 3, 4, 5, 6, 7] },
      ...{ from_time: "00:00", to_time: "24:00" },
    });

    let since = now();
    await visitAs(holder, async (other) => {
      await other.goto(`/fr/appointments/${taken}/cancellation`);
      await other.getByRole("button", { name: "Oui, annuler" }).click();
      await other.getByText("Vous avez annulé").waitFor();
      // It is held: nobody sees it free.
      await other.goto(`/fr/doctors/${doctor.slug}`);
      await other.getByText("n’a plus de créneau libre").waitFor();
    });
    const [told] = await messagesTo(first.phone, since, "plus tôt");
    await page.goto(linkIn(told?.text));
    await page.getByRole("heading", { name: "Une heure plus tôt est libre" })
      .waitFor();
    await assertAccessible(page);
    since = now();
    await page.getByRole("button", { name: "Non merci" }).click();
    await page.waitForURL(RegExp(`/appointments/${mine}$`));

    const [next] = await messagesTo(second.phone, since, "plus tôt");
    await visitAs(second, async (other) => {
      await other.goto(linkIn(next?.text));
      await other.getByRole("button", { name: "Prendre cette heure" })
        .dblclick();
      await other.getByText("Votre rendez-vous est déplacé").waitFor();
    }, { javaScriptEnabled: false });
    assertEquals((await appointmentsOf(second)).map((one) => one.start), [
      start,
    ]);
    await page.goto(`/fr/appointments/${mine}/waiting-list`);
    await page.getByRole("button", { name: "Ne plus me prévenir" }).click();
    await page.waitForURL(RegExp(`/appointments/${mine}$`));
    assertEquals(await page.getByText("liste d’attente").count(), 0);
  }));

Deno.test("three answers after a consultation, once", () =>
  visitAsPatient(async (page, patient) => {
    const id = await newAppointment(patient, await newDoctor(), -30);
    await using sql = openSql();
    await sql`
      update public.appointments
      set state = 'completed', waiting_since = starts_at, called_at = starts_at, started_at = starts_at, ended_at = now()
      where id = ${id}`;
    await page.goto(`/fr/appointments/${id}/waiting-room`);
    const answer = (question: RegExp, label: string) =>
      page.getByRole("group", { name: question }).getByLabel(label).check();
    await answer(/image et le son/, "Bons");
    await answer(/aidé/, "En partie");
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await page.getByText("Répondez aux trois questions").waitFor();
    await assertAccessible(page);
    assertEquals(await page.getByLabel("En partie").isChecked(), true);
    await answer(/Referiez-vous/, "Oui");
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await page.getByText("Merci pour vos réponses").waitFor();
    assertEquals(await page.getByText("Referiez-vous").count(), 0);
    const [row] = await sql`
      select sound_and_picture, solved, again from public.feedback where appointment_id = ${id}`;
    assertEquals({ ...row }, { sound_and_picture: 3, solved: 2, again: 3 });
  }));

Deno.test("a lost link is sent again from the sign-in page, which says nothing of who is known", () =>
  visit(async (page) => {
    const patient = await newPatient();
    const id = await newAppointment(patient, await newDoctor(), 600);
    const ask = async (email: string) => {
      await page.goto("/fr/sign-in");
      await page.getByRole("link", { name: "Recevoir à nouveau le lien" })
        .click();
      await page.getByLabel("Adresse e-mail").fill(email);
      await page.getByRole("button", { name: "Envoyer" }).click();
      await page.getByText("un e-mail part avec son lien").waitFor();
      const said = await page.getByRole("main").innerText();
      return said.replaceAll(email, "…");
    };
    const since = now();
    assertEquals(await ask(patient.email), await ask(newEmail()));
    const [mail] = await messagesTo(patient.email, since);
    assertStringIncludes(
      mail?.text ?? "",
      `/fr/appointments/${id}/waiting-room`,
    );
  }, { javaScriptEnabled: false }));
