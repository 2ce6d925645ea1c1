import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type House, startHouse } from "../../local/house.ts";
import { moveInto } from "../house.ts";
import { newDoctor, newPatient, openSql, startSession } from "../people.ts";
import { now, shareBrowser, visit } from "./account_steps.ts";
import {
  appointmentsOf,
  freeSlots,
  makeDue,
  notificationsOf,
  openForm,
  post,
  toldAbout,
  until,
} from "./booking_steps.ts";
import { readSession, writeSession } from "./session_steps.ts";

shareBrowser();

/** A house that may be damaged: the other tests need theirs. */
let broken: House;

/** Starts it, and lets the helpers of all tests find it until it is stopped. */
async function breakableHouse(): Promise<AsyncDisposable> {
  broken = await startHouse({
    ports: "free",
    data: "temp",
    appEnv: { TRUST_PROXY: "true" },
  });
  const used = moveInto(broken);
  return {
    async [Symbol.asyncDispose]() {
      used[Symbol.dispose]();
      await broken.stop();
    },
  };
}

/** A patient before the last click: the form is filled, and the database will be slow over it. */
async function beforeBooking(page: Page) {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await startSession(page.context(), patient);
  const [start = ""] = await freeSlots(doctor, 1);
  await openForm(page, doctor, start);
  const id = await page.locator("input[name=id]").inputValue();
  const path = page.url();
  const since = now();
  /** Sends the form, as a click or a reload does. */
  const book = () => post(page, { id, symptoms: "Toux" }, path);
  return { doctor, patient, id, since, book };
}

type Case = Awaited<ReturnType<typeof beforeBooking>>;

/** Sends the form, and does something in the moment in which a backend of the database is at work on it. Returns the answer. */
async function amid(
  { patient, book }: Case,
  work: (backend: number) => void,
) {
  const sql = openSql();
  const connection = await sql.reserve();
  try {
    // The booking waits for this patient's row.
    await connection`begin`;
    await connection`
      select from public.patients
      where id in (
        select patient_id
        from public.guardianships
        where account_id = ${patient.id} and relation = 'self'
      )
      for update`;
    const answer = book().catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error))
    );
    const [booking] = await until(
      async () =>
        await sql`
        select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%book_appointment%'`,
      (waiting) => waiting.length > 0,
    );
    work(booking?.pid);
    // A Postgres that was killed has let go of it by itself.
    await connection`rollback`.catch(() => {});
    return await answer;
  } finally {
    connection.release();
    await sql.end({ timeout: 1 });
  }
}

function kill(part: "app" | "supabase"): void {
  const pid = broken.pid(part);
  assert(pid !== undefined);
  Deno.kill(pid, "SIGKILL");
}

/** Holds a part still, as a machine does that has too much to do, until the returned object's scope ends. */
function still(part: "supabase"): Disposable {
  const pid = broken.pid(part);
  assert(pid !== undefined);
  Deno.kill(pid, "SIGSTOP");
  return { [Symbol.dispose]: () => Deno.kill(pid, "SIGCONT") };
}

/** Kills the server, and the backend that books: left alone it might still finish before it misses the server. */
function killPostgres(backend: number): void {
  const file = join(
    broken.data,
    "supabase",
    "postgres",
    "cluster",
    "postmaster.pid",
  );
  const [pid] = Deno.readTextFileSync(file).split("\n");
  Deno.kill(Number(pid), "SIGKILL");
  Deno.kill(backend, "SIGKILL");
}

/** Waits until the whole house answers again: a page that needs the database does. */
async function back(doctor: Case["doctor"]): Promise<void> {
  const answers = async () => {
    try {
      const page = await fetch(`${broken.urls.app}/fr/doctors/${doctor.slug}`);
      await page.body?.cancel();
      return page.status;
    } catch {
      return 0;
    }
  };
  await until(answers, (status) => status === 200);
}

/** Either booked, with an SMS and an e-mail in the outbox, or nothing of it. Returns which. */
async function assertWhole({ patient, id }: Case): Promise<boolean> {
  const appointments = await appointmentsOf(patient);
  const messages = await notificationsOf(id);
  assertEquals(messages.length, 2 * appointments.length);
  assert(appointments.length <= 1);
  return appointments.length === 1;
}

/** The messages have gone out, each once. */
async function assertToldOnce({ patient, id, since, doctor }: Case) {
  await until(
    () => notificationsOf(id),
    (all) => all.length === 2 && all.every((one) => one.endsWith("sent")),
  );
  const { sms, mails } = await toldAbout(patient, since, doctor.lastName);
  assertEquals([sms.length, mails.length], [1, 1]);
}

/** Sends the form again, as a reload does: it is booked, once, and told, once. */
async function assertBooksNow(one: Case): Promise<void> {
  const answer = await one.book();
  await answer.body?.cancel();
  assertEquals(
    answer.headers.get("Location"),
    `/fr/appointments/${one.id}?booked=yes`,
  );
  assertEquals((await appointmentsOf(one.patient)).length, 1);
  await assertToldOnce(one);
}

Deno.test("what is killed while a patient books comes back, and nothing is half done", async (t) => {
  await using _house = await breakableHouse();
  // A part that is started again lives longer than the step that killed it; the house stops it at the end.
  const step = (name: string, fn: () => Promise<void>) =>
    t.step({ name, fn, sanitizeOps: false, sanitizeResources: false });

  await step(
    "the app is killed while it books: booked and told, or not at all; a reload books once",
    () =>
      visit(async (page) => {
        const one = await beforeBooking(page);
        const answer = await amid(one, () => kill("app"));
        assert(answer instanceof Error); // the connection was cut
        await back(one.doctor);
        if (await assertWhole(one)) await assertToldOnce(one);
        await assertBooksNow(one);
      }),
  );

  await step(
    "the app is killed with the messages on their way: after the restart each goes out once",
    () =>
      visit(async (page) => {
        const one = await beforeBooking(page);
        const outage = (mode: string) =>
          fetch(`${broken.urls.carriers}/api/outage`, {
            method: "PUT",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ twilio: mode, mailgun: mode }),
          }).then((answer) => answer.body?.cancel());
        await outage("slow");
        const answer = await one.book();
        await answer.body?.cancel();
        assertEquals(answer.status, 303);
        await using sql = openSql();
        await until(
          async () =>
            await sql`
        select from public.notifications where appointment_id = ${one.id} and lease is not null`,
          (leased) => leased.length === 2,
        );
        kill("app");
        await outage("up");
        // The dead worker's claim would run out after two minutes.
        await makeDue(one.id);
        await back(one.doctor);
        await assertBooksNow(one);
      }),
  );

  await step(
    "the gateway is killed while it books: the form is still there, and books when it is sent again",
    () =>
      visit(async (page) => {
        const one = await beforeBooking(page);
        const answer = await amid(one, () => kill("supabase"));
        assert(answer instanceof Response);
        assertEquals(answer.status, 503);
        const shown = await answer.text();
        assertMatch(shown, /Toux/);
        assertMatch(shown, new RegExp(one.id));
        assertMatch(shown, /Votre texte est encore là/);
        await back(one.doctor);
        await assertWhole(one);
        await assertBooksNow(one);
      }),
  );

  await step(
    "Postgres is killed while it books: nothing is half done, and it books when it is sent again",
    () =>
      visit(async (page) => {
        const one = await beforeBooking(page);
        const answer = await amid(one, killPostgres);
        assert(answer instanceof Response);
        assertEquals(answer.status, 503);
        assertMatch(await answer.text(), /Toux/);
        await back(one.doctor);
        assertEquals(await assertWhole(one), false);
        await assertBooksNow(one);
      }),
  );

  await step(
    "the gateway is silent while a session is renewed: the page says so in time, and the session stands",
    () =>
      visit(async (page) => {
        await startSession(page.context(), await newPatient());
        const session = await readSession(page.context());
        await writeSession(page.context(), { ...session, expires_at: 1 });
        {
          using _silence = still("supabase");
          const answer = await page.goto("/fr/appointments");
          assertEquals(answer?.status(), 503);
          await page.getByText("Service momentanément indisponible").waitFor();
        }
        const answer = await page.goto("/fr/appointments");
        assertEquals(answer?.status(), 200);
        assertMatch(page.url(), /\/fr\/appointments$/);
      }),
  );
});
