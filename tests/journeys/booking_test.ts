import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newMatricule,
  newPatient,
  newRecord,
  openSql,
  signIn,
  startSession,
  zoneAtNoon,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  linkIn,
  now,
  shareBrowser,
  visit,
} from "./account_steps.ts";
import {
  acceptTerms,
  appointmentsOf,
  assertReloads,
  attachmentTo,
  booked,
  bookingPath,
  freeSlots,
  notificationsOf,
  openForm,
  post,
  refusalOf,
  send,
  slotName,
  slotPath,
  slotTime,
  takeSlot,
  toldAbout,
  until,
  visitAsPatient,
  weekPath,
} from "./booking_steps.ts";

shareBrowser();

const heading = (page: Page) =>
  page.getByRole("heading", { level: 1 }).innerText();

Deno.test("a slot taken a moment ago: told so, the nearest ones offered, what was written kept", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const slots = await freeSlots(doctor);
    const [, wanted = "", next = ""] = slots;
    await openForm(page, doctor, wanted);
    await page.getByLabel(/Symptômes/).fill("Mal de gorge\net fièvre");
    await takeSlot(doctor, wanted);
    // The refusal is a page of its own: its reload sends nothing.
    await Promise.all([
      page.waitForResponse((one) =>
        one.request().method() === "GET" && one.status() === 409
      ),
      page.getByRole("button", { name: "Réserver" }).click(),
    ]);
    await assertReloads(page);
    await page.getByRole("heading", { name: "Ce créneau vient d’être pris" })
      .waitFor();
    await page.getByText("Ce que vous avez écrit est conservé").waitFor();
    await assertAccessible(page);
    assertEquals(
      await page.getByRole("link", { name: /, \d\d:\d\d$/ }).count(),
      6,
    );
    assertEquals(
      await page.getByRole("link", { name: slotName(wanted) }).count(),
      0,
    );
    assertEquals(await appointmentsOf(patient), []);

    await page.getByRole("link", { name: slotName(next), exact: true }).click();
    await acceptTerms(page);
    const field = page.getByLabel(/Symptômes/);
    assertEquals(await field.inputValue(), "Mal de gorge\net fièvre");
    const id = await send(page);
    const [row] = await appointmentsOf(patient);
    assertEquals(row?.id, id);
    assertEquals(row?.start, next);
    assertEquals(row?.symptoms, "Mal de gorge\net fièvre");
  }));

Deno.test("a double click on Réserver books once: one SMS, one e-mail", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const since = now();
    await page.getByRole("button", { name: "Réserver" }).dblclick();
    const id = await booked(page);
    assertEquals((await appointmentsOf(patient)).map((one) => one.id), [id]);
    await until(
      () => notificationsOf(id),
      (all) => all.every((one) => one.endsWith("sent")),
    );
    assertEquals(await notificationsOf(id), ["email sent", "sms sent"]);
    const { sms, mails } = await toldAbout(patient, since, doctor.lastName);
    assertEquals([sms.length, mails.length], [1, 1]);
  }));

Deno.test("the same form at the same moment, five times: each answer leads to the one appointment", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const id = await page.locator("input[name=id]").inputValue();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(async () => {
      const answer = await post(page, { id, symptoms: "Toux" });
      await answer.body?.cancel();
      return answer.headers.get("Location");
    }));
    assertEquals(
      new Set(answers),
      new Set([`/fr/appointments/${id}?booked=yes`]),
    );
    assertEquals((await appointmentsOf(patient)).length, 1);
    assertEquals((await notificationsOf(id)).length, 2);
  }));

Deno.test("going back after booking and sending the form again leads to the same appointment", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const id = await send(page, "Toux");
    await page.goBack();
    assertEquals(await send(page, "Toux, encore"), id);
    const all = await appointmentsOf(patient);
    assertEquals(all.map((one) => one.symptoms), ["Toux"]);
    assertEquals((await notificationsOf(id)).length, 2);
  }));

Deno.test("a form whose appointment was cancelled meanwhile does not book again by itself", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const form = page.url();
    const id = await send(page);
    await using sql = openSql();
    await sql`
      update public.appointments set state = 'cancelled', cancelled_at = now(), cancelled_by = 'patient' where id = ${id}`;
    const answer = await post(page, { id, symptoms: "" }, form);
    const refusal = await refusalOf(page, answer);
    assertEquals(refusal.status, 409);
    assertMatch(refusal.text, /Cette réservation a déjà été traitée/);
    await assertReloads(page);
    assertEquals((await appointmentsOf(patient)).length, 1);
  }));

Deno.test("whoever is elsewhere at that time is told, and keeps what was written", () =>
  visitAsPatient(async (page, patient) => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    const [start = "", next = ""] = await freeSlots(doctor, 2);
    await takeSlot(other, start, patient);
    await openForm(page, doctor, start);
    await page.getByLabel(/Symptômes/).fill("Toux");
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.getByRole("heading", {
      name: "Vous avez déjà un rendez-vous à cette heure",
    }).waitFor();
    assertEquals((await appointmentsOf(patient)).length, 1);
    await page.getByRole("link", { name: slotName(next), exact: true }).click();
    await acceptTerms(page);
    assertEquals(await page.getByLabel(/Symptômes/).inputValue(), "Toux");
  }));

Deno.test("without the terms nothing goes on, by the page or past it", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await page.goto(slotPath(doctor, start));
    await assertAccessible(page);
    await page.getByRole("button", { name: "Confirmer" }).click();
    assertMatch(await alertOf(page), /Cochez la case/);
    assertMatch(await page.title(), /^Erreur/);
    await assertAccessible(page);
    const checkbox = page.getByRole("checkbox");
    assertEquals(await checkbox.getAttribute("aria-invalid"), "true");
    const id = crypto.randomUUID();
    const past = await post(
      page,
      { id, symptoms: "" },
      bookingPath(doctor, start),
    );
    const refusal = await refusalOf(page, past);
    assertEquals(refusal.status, 422);
    assertMatch(refusal.text, /Cochez la case/);
    assertEquals(await appointmentsOf(patient), []);
  }));

Deno.test("too long a text is refused and still there; 2000 characters are not too long", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    const longest = "é\n".repeat(999) + "ab";
    await openForm(page, doctor, start);
    await page.getByLabel(/Symptômes/).fill(`${longest}c`);
    await page.getByRole("button", { name: "Réserver" }).click();
    assertMatch(await alertOf(page), /2000 caractères au plus/);
    await assertAccessible(page);
    await assertReloads(page);
    assertEquals(
      await page.getByLabel(/Symptômes/).inputValue(),
      `${longest}c`,
    );
    assertEquals(await appointmentsOf(patient), []);
    await send(page, longest);
    const [row] = await appointmentsOf(patient);
    assertEquals(row?.symptoms, longest);
  }));

Deno.test("the open calendar: a slot that somebody takes is struck through at once, and comes back when it is free", () =>
  visitAsPatient(async (page) => {
    const doctor = await newDoctor();
    const [, start = ""] = await freeSlots(doctor);
    const other = await clientOf(await newPatient());
    const slot = page.getByRole("link", { name: slotName(start), exact: true });
    // The page listens once it has read its week again; what happens from then on is told.
    const read = page.waitForResponse(/\/api\/doctors\/.*\/slots/);
    await page.goto(weekPath(doctor, start));
    assertEquals((await read).status(), 200);
    await slot.waitFor();
    const appointment_id = crypto.randomUUID();
    const { error } = await other.rpc("book_appointment", {
      appointment_id,
      doctor_id: doctor.id,
      starts_at: start,
      symptoms: "",
      accept_terms: true,
    });
    assertEquals(error, null);
    await slot.waitFor({ state: "detached" });
    await page.getByText(
      `Le créneau de ${slotTime(start)} vient d’être pris`,
    ).waitFor();
    assertEquals(
      await page.locator("s", { hasText: slotTime(start) }).count() > 0,
      true,
    );
    await assertAccessible(page);
    const cancelled = await other.rpc("transition_appointment", {
      appointment_id,
      act: "cancel",
    });
    assertEquals(cancelled.error, null);
    await slot.waitFor();
    assertEquals(await page.getByText("vient d’être pris").count(), 0);
    // In the words of the page, not of the browser.
    assertMatch(await slot.getAttribute("href") ?? "", /^\/fr\//);
  }, { locale: "de" }));

Deno.test("an open week that was full shows the slot that becomes free", () =>
  visitAsPatient(async (page) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await using sql = openSql();
    // Nothing else is open for as long as can be booked.
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      select ${doctor.id}, 'closed', unnest(array[
        tstzrange(now() - interval '1 day', ${start}::timestamptz),
        tstzrange(${start}::timestamptz + make_interval(mins => slot_minutes), now() + interval '1 year')
      ]) from public.doctors where id = ${doctor.id}`;
    const id = await takeSlot(doctor, start);
    const read = page.waitForResponse(/\/api\/doctors\/.*\/slots/);
    await page.goto(weekPath(doctor, start));
    await page.getByText("n’a plus de créneau libre").waitFor();
    await assertAccessible(page);
    assertEquals((await read).status(), 200);
    await sql`
      update public.appointments set state = 'cancelled', cancelled_at = now(), cancelled_by = 'patient' where id = ${id}`;
    await page.getByRole("link", { name: slotName(start), exact: true })
      .click();
    await page.getByRole("button", { name: "Confirmer ce créneau" }).waitFor();
  }));

Deno.test("calendar and booking work without JavaScript", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await page.goto(weekPath(doctor, start));
    await page.getByRole("link", { name: slotName(start), exact: true })
      .click();
    await acceptTerms(page);
    const id = await send(page, "Toux");
    assertEquals((await appointmentsOf(patient)).map((one) => one.id), [id]);
    await page.getByRole("link", { name: "Annuler le rendez-vous" }).click();
    await page.getByRole("button", { name: "Oui, annuler" }).click();
    await page.getByText("Vous avez annulé ce rendez-vous").waitFor();
  }, { javaScriptEnabled: false }));

Deno.test("a visitor's calendar is plain HTML, and a slot stands on the ticket, also while signing in", () =>
  visit(async (page) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await page.goto(weekPath(doctor, start));
    assertEquals(await page.locator("script").count(), 0);
    await assertAccessible(page);
    await page.getByRole("link", { name: slotName(start), exact: true })
      .click();
    await page.getByText("Pas encore réservé").waitFor();
    assertEquals(await page.locator("script").count(), 0);
    await assertAccessible(page);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Confirmer ce créneau" }).click();
    await page.waitForURL(/\/fr\/sign-in\?next=/);
    const ticket = page.getByRole("complementary");
    await ticket.getByText("Vous réservez").waitFor();
    await ticket.getByText(slotTime(start)).waitFor();
    await ticket.getByText(doctor.name).waitFor();
    await assertAccessible(page);
    await signIn(page, await newPatient());
    await page.getByLabel(/Symptômes/).waitFor();
    const reached = new URL(page.url()).searchParams.get("start") ?? "";
    assertEquals(new Date(reached).toISOString(), start);
  }));

Deno.test("a parent books for a child: pages, SMS and calendar name the child, the doctor reads who acts for them", () =>
  visitAsPatient(async (page, parent) => {
    const doctor = await newDoctor();
    const child = {
      patientId: crypto.randomUUID(),
      matricule: newMatricule(new Date().getFullYear() - 8),
      firstName: "Zoé",
      lastName: parent.lastName,
    };
    const name = `Zoé ${parent.lastName}`;
    await newRecord(child);
    await newGuardianship(parent, child.patientId, "parent");
    const [start = ""] = await freeSlots(doctor, 1);
    await takeSlot(await newDoctor(), start, { ...parent, ...child });

    await openForm(page, doctor, start);
    assertEquals(
      await page.getByRole("radio", { name: `${parent.name} (moi)` })
        .isChecked(),
      true,
    );
    await page.getByRole("radio", { name }).check();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Réserver" }).click();
    // Asked of the child's appointments, not of the parent's.
    await page.getByText(`${name} a déjà un rendez-vous`).waitFor();

    const [, , other = ""] = await freeSlots(doctor);
    await openForm(page, doctor, other);
    await page.getByRole("radio", { name }).check();
    const since = now();
    const id = await send(page, "Toux");
    await page.getByText(`Pour ${name}`).waitFor();
    await assertAccessible(page);
    const { sms } = await toldAbout(parent, since, doctor.lastName);
    assertMatch(sms[0]?.text ?? "", RegExp(`^Pour ${name}\\. eConsult`));
    assertMatch(
      await attachmentTo(parent, since),
      /SUMMARY:Zoé\u202f: téléconsultation/,
    );
    await page.goto("/fr/appointments");
    await page.getByText(`Pour ${name}`).first().waitFor();
    assertEquals(await page.getByText(`Pour ${name}`).count(), 2);

    await page.goto("/fr/account");
    const family = page.getByRole("heading", { name, level: 3 }).locator(
      "xpath=ancestor::section[1]",
    );
    await assertAccessible(page);
    await family.getByRole("link", { name: /pharmacie/i }).click();
    await page.getByText(`Pour ${name}`).waitFor();
    await page.getByRole("button", { name: /^Choisir/ }).first().click();
    await page.getByText("Votre choix est enregistré").waitFor();
    await using sql = openSql();
    const chosen = await sql`
      select id, pharmacy_id is not null as chosen from public.patients
      where id in ${sql([parent.patientId, child.patientId])}`;
    assertEquals(
      chosen.filter((one) => one.chosen).map((one) => one.id),
      [child.patientId],
    );

    await page.context().clearCookies();
    await startSession(page.context(), doctor);
    await page.goto(`/fr/appointments/${id}/consultation`);
    await page.getByText(name).first().waitFor();
    await page.getByText("Représentants").waitFor();
    await page.getByText(parent.name, { exact: true }).waitFor();
  }));

Deno.test("calendar and booking by keyboard alone", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    const read = page.waitForResponse(/\/api\/doctors\/.*\/slots/);
    await page.goto(weekPath(doctor, start));
    await read; // the calendar answers keys by then
    // The calendar is one stop of the Tab key; arrows lead on within it.
    const focused = page.locator("a.slot:focus");
    for (let n = 0; n < 40 && await focused.count() === 0; n++) {
      await page.keyboard.press("Tab");
    }
    // A week further and back: the focus stays in the calendar.
    for (const key of ["PageDown", "PageUp"]) {
      const week = page.url();
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.href !== week);
      await focused.waitFor();
    }
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const chosen = await focused.getAttribute("aria-label") ?? "";
    assertMatch(chosen, /, \d\d:\d\d$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?slot=/);
    await tabTo(page, "J’accepte les conditions");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForURL(/step=2/);
    await tabTo(page, "Symptômes");
    await page.keyboard.type("Toux");
    await tabTo(page, "Réserver");
    await page.keyboard.press("Enter");
    await booked(page);
    const [row] = await appointmentsOf(patient);
    assertEquals(row?.symptoms, "Toux");
    assertEquals(slotName(row?.start ?? ""), chosen);
  }));

Deno.test("weeks: forwards, backwards, to the next free slot, and no further than can be booked", () =>
  visit(async (page) => {
    const zone = zoneAtNoon();
    const doctor = await newDoctor({ timeZone: zone });
    await page.goto(`/fr/doctors/${doctor.slug}`);
    const first = await page.getByRole("heading", { level: 2 }).first()
      .innerText();
    const previous = page.getByRole("link", { name: "Semaine précédente" });
    const next = page.getByRole("link", { name: "Semaine suivante" });
    assertEquals(await previous.count(), 0);
    await next.click();
    await previous.waitFor();
    await previous.click();
    assertEquals(
      await page.getByRole("heading", { level: 2 }).first().innerText(),
      first,
    );
    for (const week of ["2020-01-01", "2020-13-45", "x", ""]) {
      await page.goto(`/fr/doctors/${doctor.slug}?week=${week}`);
      assertEquals(
        await page.getByRole("heading", { level: 2 }).first().innerText(),
        first,
      );
    }
    await page.goto(`/fr/doctors/${doctor.slug}?week=2199-01-01`);
    await previous.waitFor();
    assertEquals(await next.count(), 0);

    await using sql = openSql();
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      values (${doctor.id}, 'closed', tstzrange(now() - interval '1 day', now() + interval '15 days'))`;
    // The calendar opens where something is free; a week without anything leads there.
    await page.goto(`/fr/doctors/${doctor.slug}`);
    await page.getByRole("link", { name: /^\S+ \d+(er)? \S+, \d\d:\d\d$/ })
      .first().waitFor();
    const today = Temporal.Now.plainDateISO(zone);
    await page.goto(`/fr/doctors/${doctor.slug}?week=${today}`);
    await page.getByText("Aucun créneau libre cette semaine").waitFor();
    await assertAccessible(page);
    await page.getByRole("link", { name: /^Prendre le prochain créneau/ })
      .click();
    await page.getByText("Pas encore réservé").waitFor();
    await page.getByRole("button", { name: "Confirmer ce créneau" }).waitFor();
  }));

Deno.test("unknown doctors, slots that cannot be, languages that we do not have: not found", () =>
  visitAsPatient(async (page) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    for (
      const path of [
        "/fr/doctors/nobody",
        "/fr/doctors/%27%3B--",
        bookingPath({ ...doctor, slug: "nobody" }, start),
        bookingPath(doctor, "yesterday"),
        bookingPath(doctor, ""),
        bookingPath(doctor, "9999999-01-01"),
        `/fr/doctors/${doctor.slug}/booking`,
        `/es/doctors/${doctor.slug}`,
        "/api/doctors/nobody/slots",
      ]
    ) {
      const answer = await page.goto(path);
      assertEquals(answer?.status(), 404, path);
    }
    const odd = new Date(Date.parse(start) + 60_000).toISOString();
    await page.goto(slotPath(doctor, odd));
    await page.getByText("Choisissez une autre heure").waitFor();
    assertEquals(await page.getByRole("checkbox").count(), 0);
    await assertAccessible(page);
    await page.goto(bookingPath(doctor, odd, "accepted"));
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.getByRole("heading", { name: "Ce créneau vient d’être pris" })
      .waitFor();
    const bad = await post(
      page,
      { id: "x" },
      bookingPath(doctor, start, "accepted"),
    );
    assertEquals(bad.status, 404);
    await bad.body?.cancel();
  }));

Deno.test("a doctor cannot book", () =>
  visit(async (page) => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    const [start = ""] = await freeSlots(other, 1);
    await startSession(page.context(), doctor);
    const answer = await page.goto(bookingPath(other, start));
    assertEquals(answer?.status(), 403);
  }));

Deno.test("doctors are found by name, specialty and language; nobody found leads back to all", () =>
  visit(async (page) => {
    const doctor = await newDoctor();
    const search = async (text: string) => {
      await page.getByLabel("Nom du médecin, spécialité ou langue").fill(text);
      await page.getByRole("button", { name: "Chercher" }).click();
      await page.waitForURL(/\?q=/);
      return await page.getByRole("article").count();
    };
    await page.goto("/fr");
    await assertAccessible(page);
    const all = await page.getByRole("article").count();
    assertEquals(await search(doctor.lastName.toUpperCase()), 1);
    await page.getByRole("link", { name: doctor.name, exact: true }).waitFor();
    const bySpecialty = await search("pediatrie");
    assert(bySpecialty > 0 && bySpecialty < all, `${bySpecialty} of ${all}`);
    const byLanguage = await search("portugais");
    assert(byLanguage > 0 && byLanguage < all, `${byLanguage} of ${all}`);
    assertEquals(await search(`<b>"nobody"</b>`), 0);
    await page.getByText(`Aucun médecin ne correspond à « <b>"nobody"</b> »`)
      .waitFor();
    await assertAccessible(page);
    await page.getByRole("link", { name: "Voir tous les médecins" }).first()
      .click();
    assertEquals(await page.getByRole("article").count(), all);
  }));

Deno.test("the patient cancels: told by SMS and e-mail, out of the calendar, the slot free again", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    const id = await send(page);
    assertEquals((await freeSlots(doctor)).includes(start), false);
    await page.getByRole("link", { name: "Annuler le rendez-vous" }).click();
    await assertAccessible(page);
    await page.getByRole("link", { name: "Non, garder" }).click();
    await page.getByRole("link", { name: "Annuler le rendez-vous" }).click();
    const form = page.url();
    const since = now();
    await page.getByRole("button", { name: "Oui, annuler" }).dblclick();
    await page.getByText("Vous avez annulé ce rendez-vous").waitFor();
    const { mails, sms } = await toldAbout(
      patient,
      since,
      `/doctors/${doctor.slug}`,
    );
    assertEquals([sms.length, mails.length], [1, 1]);
    assertMatch(sms[0]?.text ?? "", /annul/);
    // The browser's way back does not ask again, nor call it too late.
    await page.goto(form);
    await page.getByText("Vous avez annulé ce rendez-vous").waitFor();
    assertMatch(
      await attachmentTo(patient, since),
      /METHOD:CANCEL[^]*STATUS:CANCELLED/,
    );
    assertEquals((await freeSlots(doctor))[0], start);
    const again = await post(page, { reason: "" }, form);
    assertEquals(again.status, 303);
    await again.body?.cancel();
    const told = await notificationsOf(id);
    assertEquals(told.filter((one) => one.startsWith("sms")).length, 2);
    const ics = await page.request.get(`/fr/appointments/${id}/calendar.ics`);
    assertMatch(await ics.text(), /STATUS:CANCELLED/);
  }));

Deno.test("the doctor cancels: not without a reason; the patient learns it, can book again, and reads who is free now", () =>
  visit(async (page) => {
    const [doctor, free] = [await newDoctor(), await newDoctor()];
    const patient = await newPatient();
    const id = await newAppointment(patient, doctor, 600);
    await using sql = openSql();
    await sql`update public.doctors set free_now_until = now() + interval '1 hour' where id = ${free.id}`;
    try {
      await startSession(page.context(), doctor);
      await page.goto(`/fr/appointments/${id}/cancellation`);
      await page.getByRole("button", { name: "Oui, annuler" }).click();
      assertMatch(await alertOf(page), /Indiquez la raison/);
      await assertAccessible(page);
      await page.getByLabel(/Raison/).fill("   ");
      await page.getByRole("button", { name: "Oui, annuler" }).click();
      assertMatch(await alertOf(page), /Indiquez la raison/);
      // Too long a reason is refused, not cut, and is still there after a reload.
      const long = "é".repeat(501);
      await page.getByLabel(/Raison/).fill(long);
      await page.getByRole("button", { name: "Oui, annuler" }).click();
      assertMatch(await alertOf(page), /500 caractères au plus/);
      await assertReloads(page);
      assertEquals(await page.getByLabel(/Raison/).inputValue(), long);
      const since = now();
      await page.getByLabel(/Raison/).fill("Urgence à l’hôpital");
      await page.getByRole("button", { name: "Oui, annuler" }).click();
      await page.waitForURL(/\/fr\/workspace/);
      const { sms, mails } = await toldAbout(
        patient,
        since,
        `/doctors/${doctor.slug}`,
      );
      // The reason may be medical: an SMS lies open on a table.
      assertEquals(sms[0]?.text.includes("Urgence"), false);
      assertMatch(mails[0]?.text ?? "", /Urgence à l’hôpital/);
      assertMatch(mails[0]?.text ?? "", new RegExp(`/doctors/${free.slug}`));
      assertMatch(await attachmentTo(patient, since), /METHOD:CANCEL/);
      await page.goto(linkIn(sms[0]?.text));
      assertEquals(await heading(page), doctor.name);
    } finally {
      await sql`update public.doctors set free_now_until = null where id = ${free.id}`;
    }
  }));

Deno.test("too late to cancel: the page says so, and the appointment stands", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const id = await newAppointment(patient, doctor, 5);
    await page.goto(`/fr/appointments/${id}/cancellation`);
    await page.getByRole("button", { name: "Oui, annuler" }).waitFor();
    await using sql = openSql();
    await sql`
      update public.appointments set during = tstzrange(now() - interval '1 minute', now() + interval '9 minutes')
      where id = ${id}`;
    await page.getByRole("button", { name: "Oui, annuler" }).click();
    await page.getByText("ne peut plus être annulé").waitFor();
    await assertReloads(page);
    assertEquals(
      await page.getByRole("button", { name: "Oui, annuler" }).count(),
      0,
    );
    const [row] = await appointmentsOf(patient);
    assertEquals(row?.state, "booked");
    await page.goto(`/fr/appointments/${id}`);
    assertEquals(
      await page.getByRole("link", { name: "Annuler le rendez-vous" }).count(),
      0,
    );
  }));

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ||
          element instanceof HTMLTextAreaElement
        ? element.labels?.[0]?.textContent
        : element?.getAttribute("aria-label") ?? element?.textContent;
      return label ?? "";
    });
    if (focused.trim().startsWith(name)) return;
  }
  throw new Error(`Tab does not reach "${name}"`);
}
