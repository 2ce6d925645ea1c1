import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { house } from "../house.ts";
import {
  dayAhead,
  messagesTo,
  newPatient,
  openSql,
  startSession,
  type TestMessage,
  type TestPerson,
} from "../people.ts";
import { visit } from "./account_steps.ts";

const zone = "Europe/Luxembourg";

/**
 * Free slots of a doctor in the first hours of the day after tomorrow, which the calendar shows without unfolding: those
 * of tomorrow may begin while the test runs. ISO instants.
 */
export async function freeSlots(
  doctor: TestPerson,
  count = 6,
): Promise<string[]> {
  const { from_at, to_at } = dayAhead(2);
  await using sql = openSql();
  const rows = await sql`
    select starts_at from public.free_slots(${doctor.id}, ${from_at}, ${to_at})
    order by 1 limit ${count}`;
  return rows.map((row) => row.starts_at.toISOString());
}

/** The week of a doctor that shows a slot. */
export function weekPath({ slug }: TestPerson, start: string): string {
  const day = Temporal.Instant.from(start).toZonedDateTimeISO(zone)
    .toPlainDate();
  return `/fr/doctors/${slug}?week=${day}`;
}

/** The calendar with a slot on the ticket. */
export function slotPath({ slug }: TestPerson, start: string): string {
  return `/fr/doctors/${slug}?${new URLSearchParams({ slot: start })}#ticket`;
}

/** The page that asks what the doctor should know, and books; without the terms it leads back to the slot. */
export function bookingPath(
  { slug }: TestPerson,
  start: string,
  terms: "accepted" | "open" = "open",
): string {
  const query = new URLSearchParams({ start });
  if (terms === "accepted") query.set("step", "2");
  if (terms === "accepted") query.set("terms", "yes");
  return `/fr/doctors/${slug}/booking?${query}`;
}

/** How a slot is called for screen readers: `mardi 24 novembre, 00:10`. */
export function slotName(start: string): string {
  const at = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("fr", { timeZone: zone, ...options })
      .format(new Date(start));
  const day = at({ weekday: "long", day: "numeric", month: "long" })
    .replace(/\b1 (?=\p{L})/u, "1er ");
  return `${day}, ${slotTime(start)}`;
}

/** `00:10`. */
export function slotTime(start: string): string {
  return new Intl.DateTimeFormat("fr", {
    ...{ timeZone: zone, hour: "2-digit", minute: "2-digit" },
  }).format(new Date(start));
}

/** Runs a test as a signed-in patient of its own. */
export function visitAsPatient(
  work: (page: Page, patient: TestPerson) => Promise<void>,
  options: Parameters<typeof visit>[1] = {},
): Promise<void> {
  return visit(async (page) => {
    const patient = await newPatient();
    await startSession(page.context(), patient);
    await work(page, patient);
  }, options);
}

/** Accepts the terms of the slot that is on the ticket. */
export async function acceptTerms(page: Page): Promise<void> {
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Confirmer" }).click();
  await page.getByLabel(/Symptômes/).waitFor();
}

/** Goes as far as the form for the symptoms. */
export async function openForm(
  page: Page,
  doctor: TestPerson,
  start: string,
): Promise<void> {
  await page.goto(slotPath(doctor, start));
  await acceptTerms(page);
}

/** Sends the form that is open, and sees that it was booked; returns the appointment's id. */
export async function send(page: Page, symptoms?: string): Promise<string> {
  if (symptoms !== undefined) {
    await page.getByLabel(/Symptômes/).fill(symptoms);
  }
  await page.getByRole("button", { name: "Réserver" }).click();
  return await booked(page);
}

/** Waits for the page that says it is booked; returns the appointment's id. */
export async function booked(page: Page): Promise<string> {
  await page.getByText("Votre rendez-vous est réservé").waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Somebody else has taken the slot at this moment. Returns the appointment's id. */
export async function takeSlot(
  doctor: TestPerson,
  start: string,
  patient?: TestPerson,
): Promise<string> {
  const other = patient ?? await newPatient();
  await using sql = openSql();
  const [row] = await sql`
    insert into public.appointments (patient_id, doctor_id, during, language)
    select ${other.patientId}, id, tstzrange(${start}::timestamptz, ${start}::timestamptz + make_interval(mins => slot_minutes)), 'fr'
    from public.doctors where id = ${doctor.id} returning id`;
  return row?.id;
}

/** The form of the page as a program sends it, with the browser's cookies; follows nothing. */
export async function post(
  page: Page,
  fields: Record<string, string>,
  path: string = page.url(),
): Promise<Response> {
  const cookies = await page.context().cookies(house().appUrl);
  return await fetch(new URL(path, house().appUrl), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      Origin: house().appUrl,
    },
    redirect: "manual",
  });
}

/** Where a refused form leads, as the browser that sent it sees it: the status and the page's words. */
export async function refusalOf(
  page: Page,
  answer: Response,
): Promise<{ status: number | undefined; text: string }> {
  await answer.body?.cancel();
  assertEquals(answer.status, 303);
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    return { name, value, url: house().appUrl };
  });
  await page.context().addCookies(cookies);
  const shown = await page.goto(answer.headers.get("Location") ?? "");
  return { status: shown?.status(), text: await page.content() };
}

/** Reloads the page of a refusal: nothing is sent again, and it says the same. */
export async function assertReloads(page: Page): Promise<void> {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.method()));
  const before = await page.getByRole("main").innerText();
  await page.reload();
  assertEquals(sent.filter((method) => method !== "GET"), []);
  assertEquals(await page.getByRole("main").innerText(), before);
}

/** The SMS and e-mails about appointments since a moment, once at least one of each is there. */
export async function toldAbout(
  patient: TestPerson,
  since: string,
  contains: string,
): Promise<{ sms: TestMessage[]; mails: TestMessage[] }> {
  const [sms, mails] = await Promise.all(
    [patient.phone, patient.email].map((to) => messagesTo(to, since, contains)),
  );
  return { sms: sms ?? [], mails: mails ?? [] };
}

/** The first attachment of the newest e-mail to somebody since a moment. */
export async function attachmentTo(
  { email }: TestPerson,
  since: string,
): Promise<string> {
  const inbox = `${house().carriersUrl}/api/messages`;
  const query = new URLSearchParams({ to: email, since, wait: "15" });
  const [mail] = await (await fetch(`${inbox}?${query}`)).json();
  return await (await fetch(`${inbox}/${mail?.id}/attachments/0`)).text();
}

/** The notifications of an appointment, as `sms sent`, in order. */
export async function notificationsOf(id: string): Promise<string[]> {
  await using sql = openSql();
  const rows = await sql`
    select channel || ' ' || case when state = 'delivered' then 'sent' else state::text end as line
    from public.notifications where appointment_id = ${id} order by 1`;
  return rows.map((row) => row.line);
}

/** Lets the minutes pass after which the messages about an appointment are tried again. */
export async function makeDue(id: string): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.notifications set due_at = now(), leased_until = null
    where appointment_id = ${id} and state = 'due'`;
}

/** The appointments of a patient, in order. */
export async function appointmentsOf(patient: TestPerson) {
  await using sql = openSql();
  const rows = await sql`
    select id, state, symptoms, starts_at from public.appointments
    where patient_id = ${patient.patientId} order by starts_at`;
  return rows.map((row) => ({
    id: String(row.id),
    state: String(row.state),
    symptoms: String(row.symptoms),
    start: row.starts_at.toISOString(),
  }));
}

/** Asks again and again until it is so. Throws after 30 s, with what was last answered. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  good: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
