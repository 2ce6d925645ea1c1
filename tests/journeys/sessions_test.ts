import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import type { BrowserContext, Page } from "playwright-core";
import { house } from "../house.ts";
import {
  forgetLastCode,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  signIn,
  startSession,
  type TestPerson,
} from "../people.ts";
import { shareBrowser, visit } from "./account_steps.ts";
import {
  appointmentsOf,
  freeSlots,
  openForm,
  send,
  visitAsPatient,
} from "./booking_steps.ts";
import { readSession, writeSession } from "./session_steps.ts";

shareBrowser();

/** Every page below an appointment. */
const pagesOf = (id: string) =>
  ["", "/cancellation", "/waiting-room", "/consultation", "/calendar.ics"]
    .map((page) => `/fr/appointments/${id}${page}`);

/** Everything that islands ask about an appointment. */
const questionsOf = (id: string): [string, string][] => [
  ["GET", `/api/appointments/${id}`],
  ["POST", `/api/appointments/${id}/transitions/arrive`],
  ["POST", `/api/appointments/${id}/transitions/leave`],
  ["POST", `/api/appointments/${id}/transitions/call`],
  ["POST", `/api/appointments/${id}/transitions/withdraw`],
  ["POST", `/api/appointments/${id}/transitions/accept`],
  ["POST", `/api/appointments/${id}/transitions/end`],
  ["POST", `/api/appointments/${id}/transitions/reopen`],
  ["POST", `/api/appointments/${id}/transitions/no-show`],
  ["POST", `/api/appointments/${id}/transitions/withdraw-telephone`],
  ["POST", `/api/appointments/${id}/reopening-seen`],
  ["GET", `/api/appointments/${id}/call-token`],
];

/** Asks as the page's own scripts do. */
async function ask(page: Page, method: string, path: string) {
  const answer = await page.request.fetch(path, {
    method,
    headers: { Origin: house().appUrl },
    maxRedirects: 0,
  });
  const body = await answer.text();
  return { status: answer.status(), body, to: answer.headers().location };
}

/** What differs by chance is left out. */
const plain = (body: string, id: string) =>
  body.replaceAll(id, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
    .replaceAll(/nonce="[^"]+"/g, "")
    // When the page was made.
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");

for (const kind of ["patient", "doctor"] as const) {
  Deno.test(`somebody else's appointment is, for another ${kind}, as if it did not exist`, () =>
    visit(async (page) => {
      const id = await newAppointment(await newPatient(), await newDoctor(), 5);
      const other = kind === "patient" ? await newPatient() : await newDoctor();
      await startSession(page.context(), other);
      const nothing = crypto.randomUUID();
      for (const [index, path] of pagesOf(id).entries()) {
        const answer = await ask(page, "GET", path);
        const unknown = await ask(page, "GET", pagesOf(nothing)[index] ?? "");
        // One page is for patients only, and says so to a doctor whatever the id.
        const patientsOnly = path.endsWith(".ics");
        const expected = kind === "doctor" && patientsOnly ? 403 : 404;
        assertEquals([path, answer.status], [path, expected]);
        assertEquals(unknown.status, expected);
        assertEquals(plain(answer.body, id), plain(unknown.body, nothing));
      }
      for (const [index, [method, path]] of questionsOf(id).entries()) {
        const answer = await ask(page, method, path);
        const unknown = await ask(
          page,
          method,
          questionsOf(nothing)[index]?.[1] ?? "",
        );
        assertEquals([path, answer.status], [path, 404]);
        assertEquals(answer.body, `{"key":"not_found"}`);
        assertEquals(unknown, answer);
      }
      const cancel = await ask(
        page,
        "POST",
        `/fr/appointments/${id}/cancellation`,
      );
      assertNotEquals(cancel.status, 303);
      await using sql = openSql();
      const [row] =
        await sql`select state from public.appointments where id = ${id}`;
      assertEquals(row?.state, "booked");
    }));
}

Deno.test("ids that are none are not found, and break nothing", () =>
  visitAsPatient(async (page) => {
    for (const id of ["1", "%00", "'--", "x".repeat(500), "..%2f.."]) {
      const answer = await ask(page, "GET", `/fr/appointments/${id}`);
      assert([400, 404].includes(answer.status), `${id} ${answer.status}`);
      const question = await ask(page, "GET", `/api/appointments/${id}`);
      assert([400, 404].includes(question.status), `${id} ${question.status}`);
    }
  }));

Deno.test("a visitor is led to sign-in from every page of an appointment, and back", () =>
  visit(async (page) => {
    const patient = await newPatient();
    const id = await newAppointment(patient, await newDoctor(), 5);
    for (const path of pagesOf(id)) {
      const answer = await ask(page, "GET", path);
      assertEquals(answer.status, 303);
      assertEquals(
        answer.to,
        `/fr/sign-in?${new URLSearchParams({ next: path })}`,
      );
    }
    for (const [method, path] of questionsOf(id)) {
      const { status, body } = await ask(page, method, path);
      assertEquals([path, status, body], [path, 401, `{"key":"signed_out"}`]);
    }
    await page.goto(`/fr/appointments/${id}`);
    await signIn(page, patient);
    assertEquals(new URL(page.url()).pathname, `/fr/appointments/${id}`);
  }));

/** The ways in which a session can be gone while the form is open. */
const endings: [
  string,
  (context: BrowserContext, person: TestPerson) => Promise<void>,
][] = [
  ["was ended elsewhere", (_context, person) => endSessions(person)],
  ["is gone from the browser", (context) => context.clearCookies()],
  [
    "holds tokens that nobody gave",
    async (context) => {
      const cookies = await context.cookies();
      await context.addCookies(
        cookies.map((cookie) =>
          cookie.name.startsWith("session")
            ? { ...cookie, value: `base64-${btoa("nobody").repeat(20)}` }
            : cookie
        ),
      );
    },
  ],
];

for (const [name, end] of endings) {
  Deno.test(`a session that ${name} in the middle of the form: sign-in, the form still filled, booked once`, () =>
    visitAsPatient(async (page, patient) => {
      const doctor = await newDoctor();
      const [start = ""] = await freeSlots(doctor, 1);
      await openForm(page, doctor, start);
      await page.getByLabel(/Symptômes/).fill("Toux\net fièvre");
      await end(page.context(), patient);
      await page.getByRole("button", { name: "Réserver" }).click();
      await page.waitForURL(/\/fr\/sign-in\?next=/);
      assertEquals(await appointmentsOf(patient), []);
      await signIn(page, patient);
      const field = page.getByLabel(/Symptômes/);
      assertEquals(await field.inputValue(), "Toux\net fièvre");
      const id = await send(page);
      const all = await appointmentsOf(patient);
      assertEquals(all.map((one) => [one.id, one.symptoms]), [
        [id, "Toux\net fièvre"],
      ]);
    }));
}

Deno.test("what somebody typed is not shown to the next one who signs in at this browser", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    await page.getByLabel(/Symptômes/).fill("Un secret");
    await endSessions(patient);
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.waitForURL(/\/fr\/sign-in\?next=/);
    await signIn(page, await newPatient());
    assertEquals(await page.getByLabel(/Symptômes/).inputValue(), "");
  }));

Deno.test("a session ended elsewhere leads to sign-in from every page: none says that there is nothing", () =>
  visitAsPatient(async (page, patient) => {
    const id = await newAppointment(patient, await newDoctor(), 5);
    for (const path of ["/fr/appointments", "/fr/account", ...pagesOf(id)]) {
      await page.goto("/fr/help");
      await endSessions(patient);
      const answer = await ask(page, "GET", `/api/appointments/${id}`);
      assertEquals([answer.status, answer.body], [401, `{"key":"signed_out"}`]);
      await page.goto(path);
      assertMatch(page.url(), /\/fr\/sign-in\?next=/, path);
      // The page offers to sign in; it does not take the cookie of an ended session for somebody.
      await page.getByRole("region", { name: "Se connecter" }).waitFor();
      if (path !== "/fr/appointments") continue;
      await page.getByText("Votre connexion a expiré").waitFor();
      await signIn(page, patient);
      assertEquals(new URL(page.url()).pathname, path);
    }
  }));

Deno.test("a doctor whose session was ended elsewhere is led from the workspace to sign-in", () =>
  visit(async (page) => {
    const doctor = await newDoctor();
    await startSession(page.context(), doctor);
    await endSessions(doctor);
    await page.goto("/fr/workspace");
    assertMatch(page.url(), /\/fr\/sign-in\?next=%2Ffr%2Fworkspace/);
  }));

Deno.test("an access token that has run out is renewed without a word, also by two pages at once", () =>
  visitAsPatient(async (page, patient) => {
    const id = await newAppointment(patient, await newDoctor(), 60);
    const before = await readSession(page.context());
    await writeSession(page.context(), {
      ...before,
      expires_at: Math.floor(Date.now() / 1000) - 10,
    });
    const second = await page.context().newPage();
    const answers = await Promise.all([
      page.goto("/fr/appointments"),
      second.goto(`/fr/appointments/${id}`),
    ]);
    assertEquals(answers.map((one) => one?.status()), [200, 200]);
    assertMatch(page.url(), /\/fr\/appointments$/);
    assertMatch(second.url(), new RegExp(id));
    const after = await readSession(page.context());
    assertNotEquals(after.refresh_token, before.refresh_token);
    assert(Number(after.expires_at) > Date.now() / 1000);
    assertEquals((await page.reload())?.status(), 200);
    assertMatch(page.url(), /\/fr\/appointments$/);
  }));

for (
  const [name, column, shorter, longer] of [
    ["has lasted a day", "created_at", "1435 minutes", "1441 minutes"],
    [
      "was not used for four hours",
      "refreshed_at",
      "235 minutes",
      "241 minutes",
    ],
  ] as const
) {
  Deno.test(`a session that ${name} is over, and not a moment before`, () =>
    visitAsPatient(async (page, patient) => {
      await using sql = openSql();
      const goOnAfter = async (age: string) => {
        const since = sql`now() at time zone 'utc' - ${age}::interval`;
        await sql`
          update auth.sessions set refreshed_at = now() at time zone 'utc' where user_id = ${patient.id}`;
        await sql`
          update auth.sessions set ${
          sql(column)
        } = ${since} where user_id = ${patient.id}`;
        const session = await readSession(page.context());
        await writeSession(page.context(), { ...session, expires_at: 1 });
        await page.goto("/fr/account");
        return new URL(page.url()).pathname;
      };
      assertEquals(await goOnAfter(shorter), "/fr/account");
      assertEquals(await goOnAfter(longer), "/fr/sign-in");
      // Nor does what the browser still holds give an access token.
      const token = await ask(page, "GET", "/api/access-token");
      assertEquals(token.status, 401);
    }));
}

Deno.test("the cookies of a session live no longer than a session may", () =>
  visit(async (page) => {
    const patient = await newPatient();
    await signIn(page, patient);
    const cookies = (await page.context().cookies()).filter(({ name }) =>
      name.startsWith("session")
    );
    assert(cookies.length > 0);
    const day = Date.now() / 1000 + 24 * 60 * 60;
    for (const { expires, httpOnly } of cookies) {
      assert(expires > 0 && expires <= day && httpOnly);
    }
  }));

Deno.test("an access token that has run out, in a session ended elsewhere: sign-in, with the form kept", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    await page.getByLabel(/Symptômes/).fill("Toux");
    const session = await readSession(page.context());
    await writeSession(page.context(), { ...session, expires_at: 1 });
    await endSessions(patient);
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.waitForURL(/\/fr\/sign-in\?next=/);
    await signIn(page, patient);
    assertEquals(await page.getByLabel(/Symptômes/).inputValue(), "Toux");
  }));

Deno.test("nor is it shown to the next one when the access token had run out", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    const [start = ""] = await freeSlots(doctor, 1);
    await openForm(page, doctor, start);
    await page.getByLabel(/Symptômes/).fill("Un secret");
    const session = await readSession(page.context());
    await writeSession(page.context(), { ...session, expires_at: 1 });
    await endSessions(patient);
    await page.getByRole("button", { name: "Réserver" }).click();
    await page.waitForURL(/\/fr\/sign-in\?next=/);
    await signIn(page, await newPatient());
    assertEquals(await page.getByLabel(/Symptômes/).inputValue(), "");
  }));

Deno.test("after sign-out an old cookie gets no access token and shows no name", () =>
  visitAsPatient(async (page, patient) => {
    await page.goto("/fr/help");
    await page.getByText(patient.name).first().waitFor({ state: "attached" });
    const old = await page.context().cookies();
    await page.request.post("/fr/sign-out", {
      headers: { Origin: house().appUrl },
      form: {},
    });
    await page.context().addCookies(old);
    const token = await ask(page, "GET", "/api/access-token");
    assertEquals([token.status, token.body], [401, `{"key":"signed_out"}`]);
    await page.context().addCookies(old);
    for (const path of ["/fr", "/fr/help", "/fr/account"]) {
      const answer = await page.request.get(path);
      assertEquals((await answer.text()).includes(patient.name), false, path);
      await page.context().addCookies(old);
    }
  }));

/** As "sign out everywhere" at another device. */
async function endSessions(person: TestPerson): Promise<void> {
  await using sql = openSql();
  await sql`delete from auth.sessions where user_id = ${person.id}`;
  await forgetLastCode(person);
}
