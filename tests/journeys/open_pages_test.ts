import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { newBrowser } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  type TestPerson,
  zoneAtNoon,
} from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";

const DAY = 24 * 60;

/** Notes that this page is still the one that was opened: it was not loaded anew. */
const stay = (page: Page) =>
  page.evaluate(() => Reflect.set(globalThis, "stays", true));

const stays = (page: Page) =>
  page.evaluate(() => Reflect.get(globalThis, "stays") === true);

/** Waits until screen readers have been told something. */
const told = (page: Page, words: RegExp) =>
  page.locator("[role=status]").filter({ hasText: words }).waitFor({
    state: "attached",
  });

async function cancel(doctor: TestPerson, appointment: string) {
  const { error } = await (await clientOf(doctor)).rpc(
    "transition_appointment",
    { appointment_id: appointment, act: "cancel", reason: "Urgence" },
  );
  assertEquals(error, null);
}

async function move(appointment: string, hours: number) {
  await using sql = openSql();
  await sql`
    update public.appointments
    set during = tstzrange(lower(during) + make_interval(hours => ${hours}::int), upper(during) + make_interval(hours => ${hours}::int))
    where id = ${appointment}`;
}

Deno.test("the open list of appointments follows what happens elsewhere, and keeps the focus", async (t) => {
  await using browser = await newBrowser();
  const [patient, doctor, later, other] = [
    await newPatient(),
    await newDoctor(),
    await newDoctor(),
    await newDoctor(),
  ];
  const first = await newAppointment(patient, doctor, 2);
  const second = await newAppointment(patient, later, DAY);
  await newAppointment(patient, other, 2 * DAY);
  const { page, context } = await signedIn(
    browser,
    patient,
    "/fr/appointments",
  );
  await stay(page);
  const [coming, past] = [
    page.getByRole("region", { name: "À venir" }),
    page.getByRole("region", { name: "Passés" }),
  ];
  const ticket = coming.locator(".ticket-wide");
  const lineOf = (section: typeof coming, { name }: TestPerson) =>
    section.getByRole("listitem").filter({ hasText: name });

  await t.step("moved", async () => {
    const hour = lineOf(coming, later).locator("time");
    const before = await hour.textContent();
    await move(second, 3);
    await page.waitForFunction(
      ({ name, before }) =>
        [...document.querySelectorAll("li")].some((one) =>
          one.textContent?.includes(name) &&
          one.querySelector("time")?.textContent !== before
        ),
      { name: later.lastName, before },
    );
    await told(page, new RegExp(`Mise à jour.*${later.lastName}.*Réservé`));
  });

  await t.step("cancelled: the focus goes along to its new place", async () => {
    await lineOf(coming, later).getByRole("link").focus();
    await cancel(later, second);
    await lineOf(past, later).getByText("Annulé").waitFor();
    assertEquals(await lineOf(coming, later).count(), 0);
    assertEquals(
      await lineOf(past, later).getByRole("link").evaluate((link) =>
        link === document.activeElement
      ),
      true,
    );
    await told(page, new RegExp(`${later.lastName}.*Annulé`));
  });

  await t.step("booked on another device, for somebody else too", async () => {
    await lineOf(coming, other).getByRole("link").focus();
    const another = await newDoctor();
    await newAppointment(patient, another, 3 * DAY);
    await lineOf(coming, another).waitFor();
    await told(page, new RegExp(`Mise à jour.*${another.lastName}`));
    const relative = await newPatient();
    await newGuardianship(patient, relative.patientId, "trusted_person");
    const theirs = await newDoctor();
    await newAppointment(relative, theirs, 4 * DAY);
    await lineOf(coming, theirs).getByText(`Pour ${relative.name}`).waitFor();
    assertEquals(
      await lineOf(coming, other).getByRole("link").evaluate((link) =>
        link === document.activeElement
      ),
      true,
    );
  });

  await t.step(
    "waiting and called: the ticket leads into the room",
    async () => {
      const client = await clientOf(patient);
      await client.rpc("transition_appointment", {
        appointment_id: first,
        act: "arrive",
      });
      await ticket.getByText("En attente").waitFor();
      await (await clientOf(doctor)).rpc("transition_appointment", {
        appointment_id: first,
        act: "call",
      });
      await ticket.getByText("Appel en cours").waitFor();
      await told(page, new RegExp(`${doctor.lastName}.*Appel en cours`));
      // Nobody takes it.
      await using sql = openSql();
      await sql`
      update public.appointments set called_at = called_at - interval '1 minute' where id = ${first}`;
      await ticket.getByText("En attente").waitFor();
    },
  );

  await noViolations(page);
  assertEquals(await stays(page), true);
  await context.close();
});

Deno.test("an open appointment that is cancelled offers nothing any more, and the focus stays in the page", async () => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const id = await newAppointment(patient, doctor, DAY);
  const { page, context } = await signedIn(
    browser,
    patient,
    `/fr/appointments/${id}?booked=yes`,
  );
  await stay(page);
  const link = page.getByRole("link", { name: "Annuler le rendez-vous" });
  await page.getByText("Votre rendez-vous est réservé").waitFor();
  await link.focus();
  await cancel(doctor, id);
  await page.getByText("Rendez-vous annulé").waitFor();
  for (const gone of [link, page.getByText("Votre rendez-vous est réservé")]) {
    assertEquals(await gone.count(), 0);
  }
  assertEquals(
    await page.evaluate(() => document.activeElement?.closest("main") !== null),
    true,
  );
  await told(page, new RegExp(`${doctor.lastName}.*Annulé`));
  await noViolations(page);
  assertEquals(await stays(page), true);
  await context.close();
});

Deno.test("the doctor's week and an open patient file follow, and notes that are being written stay", async () => {
  await using browser = await newBrowser();
  const [patient, doctor, newcomer] = [
    await newPatient(),
    await newDoctor({ timeZone: zoneAtNoon() }),
    await newPatient(),
  ];
  const id = await newAppointment(patient, doctor, 2);
  const { page: week, context } = await signedIn(
    browser,
    doctor,
    "/fr/workspace/week",
  );
  const file = await context.newPage();
  await file.goto(`/fr/workspace/patients/${patient.patientId}`);
  await stay(week);
  await stay(file);
  await file.getByRole("textbox").first().fill("Tension à revoir");
  const client = await clientOf(patient);
  await client.rpc("transition_appointment", {
    appointment_id: id,
    act: "arrive",
  });
  const line = week.getByRole("listitem").filter({ hasText: patient.name });
  await line.getByText("En attente").last().waitFor();
  await file.getByRole("region", { name: "Rendez-vous" })
    .getByText("En attente").waitFor();
  await told(week, new RegExp(`${patient.name}.*En attente`));
  assertEquals(
    await file.getByRole("textbox").first().inputValue(),
    "Tension à revoir",
  );
  await newAppointment(newcomer, doctor, 30);
  await week.getByRole("link", { name: newcomer.name }).waitFor();
  for (const page of [week, file]) assertEquals(await stays(page), true);
  await context.close();
});

Deno.test("where no channel comes through, the open list still follows; a session that has ended leads to signing in", async () => {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const id = await newAppointment(patient, doctor, DAY);
  const { page, context } = await signedIn(browser, patient, "/fr/help");
  await page.routeWebSocket(/\/realtime\/v1/, (socket) => socket.close());
  await context.clock.install();
  await page.goto("/fr/appointments");
  await page.waitForLoadState("networkidle");
  await cancel(doctor, id);
  await context.clock.runFor(12_000);
  await page.getByText("Annulé").first().waitFor();
  await context.clearCookies();
  await context.clock.runFor(12_000);
  await page.waitForURL(/\/fr\/sign-in/);
  await context.close();
});
