import { createServerClient } from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { luhn, verhoeff } from "cdigit";
import type { BrowserContext, Page } from "playwright-core";
import postgres from "postgres";
import { house, newAddress } from "./house.ts";
import { newNumber } from "./numbers.ts";

/** Somebody of the test's own, who can sign in. */
export interface TestPerson {
  /** The account. */
  id: string;
  /** Patients only: their own record. */
  patientId: string;
  kind: "patient" | "doctor";
  firstName: string;
  lastName: string;
  /** As pages show it. */
  name: string;
  email: string;
  /** E.164. */
  phone: string;
  password: string;
  /** Patients only. */
  matricule: string;
  /** Doctors only. */
  slug: string;
}

/** The superuser's connection; end it: `await using`. */
export function openSql() {
  const sql = postgres(house().databaseUrl, { max: 2, onnotice: () => {} });
  return Object.assign(sql, {
    [Symbol.asyncDispose]: () => sql.end({ timeout: 1 }),
  });
}

/** A valid matricule that nobody has. */
export function newMatricule(year?: number): string {
  const number = newNumber();
  const [file, person] = [Math.floor(number / 1000), number % 1000];
  const born = Temporal.PlainDate.from({
    year: year ?? 1940 + person % 60,
    month: 1 + person % 12,
    day: 1 + Math.floor(person / 12) % 28,
  });
  const serial = String(file).padStart(3, "0");
  const payload = born.toString().replaceAll("-", "") + serial;
  return payload + luhn.compute(payload) + verhoeff.compute(payload);
}

/** A Luxembourg mobile number that nobody has, E.164. */
export function newPhone(): string {
  return `+352661${String(newNumber()).padStart(6, "0")}`;
}

/** An address that nobody has. */
export function newEmail(): string {
  return `test-${crypto.randomUUID()}@mail.example`;
}

const firstNames = ["Alma", "Bruno", "Clara", "David", "Elise", "Félix"];
const lastNames = ["Adam", "Braun", "Conter", "Diederich", "Engel", "Faber"];

/** A patient with a confirmed account. */
export async function newPatient(
  { language = "fr" }: { language?: "fr" | "de" | "en" | "lb" | "pt" } = {},
): Promise<TestPerson> {
  const person = await newAccount("patient", language);
  await newRecord(person);
  await newGuardianship(person, person.patientId, "self");
  return person;
}

/** A record without an account; the date of birth is that of the matricule. */
export async function newRecord(
  person: Pick<
    TestPerson,
    "patientId" | "matricule" | "firstName" | "lastName"
  >,
): Promise<void> {
  await using sql = openSql();
  await sql`
    insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city)
    values (
      ${person.patientId}, ${person.matricule}, ${person.firstName}, ${person.lastName},
      '1, rue Neuve', '1111', 'Luxembourg'
    )`;
}

/** An account acts for a patient from now on. */
export async function newGuardianship(
  { id }: Pick<TestPerson, "id">,
  patientId: string,
  relation: "self" | "parent" | "child" | "guardian" | "trusted_person",
): Promise<void> {
  await using sql = openSql();
  await sql`
    insert into public.guardianships (account_id, patient_id, relation)
    values (${id}, ${patientId}, ${relation})`;
}

/** A doctor who works day and night, unless hours are given: `["08:00", "11:00"]`. */
export async function newDoctor(
  { timeZone = "Europe/Luxembourg", hours = ["00:00", "23:59:59"] }: {
    timeZone?: string;
    hours?: readonly [string, string];
  } = {},
): Promise<TestPerson> {
  const person = await newAccount("doctor", "fr");
  await using sql = openSql();
  await sql`
    insert into public.doctors (id, slug, first_name, last_name, code, specialty_id, languages, city, lead_minutes, time_zone)
    values (
      ${person.id}, ${person.slug}, ${person.firstName}, ${person.lastName},
      ${
    String(random(1_000_000_000)).padStart(9, "1")
  }, 'general-practice', '{fr,de}', 'Luxembourg', 0, ${timeZone}
    )`;
  await sql`
    insert into public.weekly_hours (doctor_id, weekday, starts, ends)
    select ${person.id}, weekday, ${hours[0]}::time, ${
    hours[1]
  }::time from generate_series(1, 7) as weekday`;
  return person;
}

/** A time zone in which this hour of the day has begun. */
export function zoneAt(hour: number): string {
  const east = (hour - new Date().getUTCHours() + 36) % 24 - 12;
  // Their signs are those of POSIX: west counts up.
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

/** A time zone in which it is between noon and one: a test about today must not run into tomorrow. */
export const zoneAtNoon = (): string => zoneAt(12);

/** A day in Luxembourg, so many days from today; where the clocks change it has not 24 hours. ISO instants. */
export function dayAhead(days: number): { from_at: string; to_at: string } {
  const zone = "Europe/Luxembourg";
  const day = Temporal.Now.plainDateISO(zone).add({ days });
  const midnight = (date: Temporal.PlainDate) =>
    date.toZonedDateTime(zone).toInstant().toString();
  return { from_at: midnight(day), to_at: midnight(day.add({ days: 1 })) };
}

async function newAccount(
  kind: TestPerson["kind"],
  language: string,
): Promise<TestPerson> {
  const mark = crypto.randomUUID().slice(0, 8);
  const firstName = firstNames[random(firstNames.length)] ?? "";
  const lastName = `${lastNames[random(lastNames.length)]}-${mark}`;
  const name = `${kind === "doctor" ? "Dr " : ""}${firstName} ${lastName}`;
  const person = {
    kind,
    firstName,
    lastName,
    name,
    email: newEmail(),
    phone: newPhone(),
    password: `Mot-de-passe-${mark}`,
    patientId: crypto.randomUUID(),
    matricule: newMatricule(),
    slug: `test-${mark}`,
  };
  const { data, error } = await serviceClient().auth.admin.createUser({
    email: person.email,
    password: person.password,
    email_confirm: true,
    app_metadata: { kind },
    user_metadata: { name },
  });
  if (error) throw error;
  await using sql = openSql();
  await sql`
    insert into public.accounts (id, kind, language, phone)
    values (${data.user.id}, ${kind}, ${language}, ${person.phone})`;
  return { ...person, id: data.user.id };
}

/** Supabase with the secret key. */
export function serviceClient(): SupabaseClient {
  const { supabaseUrl, secretKey } = house();
  return createClient(supabaseUrl, secretKey, { auth: quiet });
}

const quiet = {
  persistSession: false,
  autoRefreshToken: false,
  detectSessionInUrl: false,
};

/** Past the gateway, which answers Auth and REST to the app's server only: policies must hold without it. */
function pastGateway() {
  return { headers: { "X-Gateway-Secret": house().gatewaySecret } };
}

/** Supabase as anybody. */
export function visitorClient(): SupabaseClient {
  const { supabaseUrl, publishableKey } = house();
  return createClient(supabaseUrl, publishableKey, {
    auth: quiet,
    global: pastGateway(),
  });
}

/** An SMS or e-mail of the inbox. */
export interface TestMessage {
  at: string;
  to: string[];
  subject: string | null;
  text: string;
  html: string | null;
  attachments: { name: string; type: string }[];
}

/** The messages to somebody since a moment, newest first; waits until there is one. Throws after 15 s without. */
export async function messagesTo(
  to: string,
  since: string,
  contains = "",
): Promise<TestMessage[]> {
  const query = new URLSearchParams({ to, since, contains, wait: "15" });
  const answer = await fetch(`${house().carriersUrl}/api/messages?${query}`);
  const found: TestMessage[] = await answer.json();
  if (found.length === 0) throw new Error("No message came within 15 s");
  return found;
}

/** The code of the newest SMS to a number since a moment. */
export async function codeTo(phone: string, since: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const messages = await messagesTo(phone, since);
    const codes = messages.flatMap(({ text }) => text.match(/\b\d{6}\b/) ?? []);
    if (codes[0] !== undefined) return codes[0];
    // A reminder has come first.
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("No SMS holds a code");
}

/** Supabase as this person: after the password only (`aal1`), or after the SMS code too. */
export async function clientOf(
  person: TestPerson,
  level: "aal1" | "aal2" = "aal2",
): Promise<SupabaseClient> {
  const { supabaseUrl, publishableKey } = house();
  const { auth } = openAuth();
  await givePassword(auth, person);
  if (level === "aal2") await giveCode(auth, person);
  const { data } = await auth.getSession();
  const token = data.session?.access_token ?? "";
  const client = createClient(supabaseUrl, publishableKey, {
    accessToken: () => Promise.resolve(token),
    global: pastGateway(),
  });
  await client.realtime.setAuth(token);
  return client;
}

/** Somebody has signed in on this browser a moment ago: its cookies hold the session. */
export async function startSession(
  context: Pick<BrowserContext, "addCookies">,
  person: TestPerson,
): Promise<void> {
  const { auth, cookies } = openAuth();
  await givePassword(auth, person);
  await giveCode(auth, person);
  await context.addCookies(
    [...cookies].map(([name, value]) => ({
      ...{ name, value, url: house().appUrl },
      ...{ httpOnly: true, sameSite: "Lax" },
    })),
  );
}

/** Auth as our server uses it, in the name of an address of its own; and the cookies that hold the session. */
function openAuth() {
  const { supabaseUrl, secretKey } = house();
  const cookies = new Map<string, string>();
  const { auth } = createServerClient(supabaseUrl, secretKey, {
    cookieOptions: { name: "session" },
    cookies: {
      getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
      setAll: (changed) => {
        for (const { name, value } of changed) {
          if (value === "") cookies.delete(name);
          else cookies.set(name, value);
        }
      },
    },
    global: { headers: { "Sb-Forwarded-For": newAddress() } },
  });
  return { auth, cookies };
}

type Auth = SupabaseClient["auth"];

async function givePassword(auth: Auth, person: TestPerson): Promise<void> {
  const { error } = await auth.signInWithPassword(person);
  if (error) throw error;
}

async function giveCode(auth: Auth, person: TestPerson): Promise<void> {
  await forgetLastCode(person);
  const since = new Date().toISOString();
  const { data: factors } = await auth.mfa.listFactors();
  const known = factors?.phone[0];
  const factor = known ? { data: known, error: null } : await auth.mfa.enroll({
    factorType: "phone",
    phone: person.phone,
  });
  if (factor.error) throw factor.error;
  const { id: factorId } = factor.data;
  const challenge = await auth.mfa.challenge({ factorId });
  if (challenge.error) throw challenge.error;
  const code = await codeTo(person.phone, since);
  const challengeId = challenge.data.id;
  const verified = await auth.mfa.verify({ factorId, challengeId, code });
  if (verified.error) throw verified.error;
}

/** Signs in through the pages, from wherever they have led to the sign-in page. */
export async function signIn(page: Page, person: TestPerson): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/fr/sign-in");
  await forgetLastCode(person);
  const form = page.getByRole("region", { name: "Se connecter" });
  await form.getByLabel(/e-mail ou matricule/i).fill(person.email);
  await form.getByLabel("Mot de passe", { exact: true }).fill(person.password);
  const since = new Date().toISOString();
  await form.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/sign-in\/code/);
  await page.getByLabel(/Code/).fill(await codeTo(person.phone, since));
  await page.getByRole("button", { name: "Confirmer" }).click();
  await page.waitForURL((url) => !url.pathname.includes("/sign-in"));
}

/** As if the last SMS code had been sent long ago: the next one need not wait its 30 s. */
export async function forgetLastCode(person: TestPerson): Promise<void> {
  await using sql = openSql();
  await sql`
    update auth.mfa_factors set last_challenged_at = now() - interval '1 hour'
    where phone = ${person.phone.slice(1)}`;
}

/** An appointment that starts in so many minutes (negative: has started), made in the database. Returns its id. */
export async function newAppointment(
  patient: Pick<TestPerson, "patientId">,
  doctor: TestPerson,
  minutes: number,
): Promise<string> {
  await using sql = openSql();
  const id = crypto.randomUUID();
  await sql`
    insert into public.appointments (id, patient_id, doctor_id, during, language)
    select ${id}, ${patient.patientId}, ${doctor.id}, tstzrange(start, start + interval '10 minutes'), 'fr'
    from (select date_trunc('second', now()) + make_interval(mins => ${minutes}::int) as start) as chosen`;
  await sql`
    insert into public.threads (patient_id, doctor_id) values (${patient.patientId}, ${doctor.id})
    on conflict do nothing`;
  return id;
}

/** A whole number from 0 below `limit`. */
function random(limit: number): number {
  return Math.floor(Math.random() * limit);
}
