import { assert, assertEquals, assertMatch } from "@std/assert";
import { house, newAddress } from "../house.ts";
import {
  codeTo,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  type TestPerson,
} from "../people.ts";

/** Asks the app as a program would, without following redirects. */
function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has("X-Forwarded-For")) {
    headers.set("X-Forwarded-For", newAddress());
  }
  return fetch(house().appUrl + path, { redirect: "manual", ...init, headers });
}

async function status(path: string, init: RequestInit): Promise<number> {
  const response = await ask(path, init);
  await response.body?.cancel();
  return response.status;
}

/** The cookies of a person after password and SMS code. */
async function cookiesOf(person: TestPerson): Promise<string> {
  const jar = new Map([["language", "fr"]]);
  const address = newAddress();
  const send = async (path: string, form: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const response = await ask(path, {
      method: "POST",
      headers: { Cookie: cookie, "X-Forwarded-For": address },
      body: new URLSearchParams(form),
    });
    await response.body?.cancel();
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    assertEquals(response.status, 303);
  };
  const since = new Date().toISOString();
  const { email: identifier, password } = person;
  await send("/fr/sign-in", { form: "sign-in", identifier, password });
  await send("/fr/sign-in/code", { code: await codeTo(person.phone, since) });
  return [...jar].filter(([, value]) => value !== "")
    .map((pair) => pair.join("=")).join("; ");
}

function policyOf(page: Response): string {
  return page.headers.get("Content-Security-Policy") ?? "";
}

/** Each script carries the nonce of the page's policy; what carries none is data, which no browser runs. */
function assertOwnScripts(page: Response, html: string): void {
  const policy = policyOf(page);
  const [, nonce] = /script-src 'self' 'nonce-([\w+/=-]{22,})'/.exec(policy) ??
    [];
  assert(nonce !== undefined, policy);
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
  const foreign = tags.filter((tag) =>
    !tag.includes(`nonce="${nonce}"`) &&
    !tag.includes('type="application/json"')
  );
  assertEquals(foreign, []);
}

Deno.test("an address that can name nothing is not found, and breaks nothing", async (t) => {
  const { slug } = await newDoctor();
  const answers = {
    "/fr/doctors/%00": 404,
    "/fr?q=%00": 404,
    [`/fr/doctors/${slug}?week=0000-01-01`]: 200,
    "/fr/activation?token=%00": 404,
    "/fr/activation": 410,
    "/fr/password/reset": 410,
  };
  for (const [path, expected] of Object.entries(answers)) {
    await t.step(
      path,
      async () => assertEquals(await status(path, {}), expected),
    );
  }
  const Cookie = await cookiesOf(await newPatient());
  const start = "+099999-12-24T10:00:00Z";
  const path = `/fr/doctors/${slug}/booking?${new URLSearchParams({ start })}`;
  assertEquals(await status(path, { headers: { Cookie } }), 404);
});

Deno.test("a page that fails is as closed as every other one", async (t) => {
  const patient = await newPatient();
  const Cookie = await cookiesOf(patient);
  const failures = ["/fr/nowhere", "/xx", `/fr/appointments/${patient.id}`];
  for (const path of failures) {
    await t.step(path, async () => {
      const response = await ask(path, { headers: { Cookie } });
      const { headers } = response;
      assertEquals(response.status, 404);
      assertMatch(
        headers.get("Content-Security-Policy") ?? "",
        /frame-ancestors 'none'/,
      );
      assertEquals(headers.get("X-Content-Type-Options"), "nosniff");
      // It shows who is signed in.
      assertEquals(headers.get("Cache-Control"), "no-store");
      assertMatch(await response.text(), new RegExp(patient.lastName));
    });
  }
});

Deno.test("scripts run by nonce only, files are what they say they are", async () => {
  const page = await ask("/fr");
  const html = await page.text();
  assertOwnScripts(page, html);
  const policy = policyOf(page);
  assert(!policy.includes("unsafe"), policy);
  // Here is no https: what is upgraded to it, such as fonts, does not load.
  assert(!policy.includes("upgrade-insecure-requests"), policy);
  const [, style = ""] = /href="(\/styles\/[^"]+)"/.exec(html) ?? [];
  const file = await ask(style);
  await file.body?.cancel();
  assertEquals(file.headers.get("X-Content-Type-Options"), "nosniff");
});

Deno.test("every answer says once what it is", async (t) => {
  const html = await (await ask("/fr")).text();
  const files = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)]
    .map(([, path = ""]) => path);
  const paths = [
    ...["/", "/fr", "/de", "/fr/help", "/fr/privacy", "/fr/sign-in"],
    ...["/health", "/sitemap.xml", "/robots.txt", "/nowhere", "/api/unread"],
    ...files,
  ];
  for (const path of new Set(paths)) {
    await t.step(path, async () => {
      const { headers, body } = await ask(path);
      await body?.cancel();
      // One type, with one character set at most: of two, WebKit takes the first and shows a page's source.
      const type = headers.get("Content-Type");
      if (type !== null) {
        assertMatch(type, /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/i);
      }
    });
  }
});

Deno.test("a page about somebody's sign-up is not kept, with no session at all", async () => {
  const response = await ask(`/fr/sign-up/code?id=${crypto.randomUUID()}`, {
    headers: { Cookie: "language=fr" },
    redirect: "manual",
  });
  await response.body?.cancel();
  assertEquals(response.headers.get("Cache-Control"), "no-store");
  const link = await ask(`/fr/activation?token=${"a".repeat(56)}`, {
    headers: { Cookie: "language=fr" },
  });
  await link.body?.cancel();
  assertEquals(link.headers.get("Cache-Control"), "no-store");
});

Deno.test("what a patient writes is text on the doctor's page", async () => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const id = await newAppointment(patient, doctor, 5);
  const evil =
    `</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>`;
  await using sql = openSql();
  await sql`update public.appointments set symptoms = ${evil} where id = ${id}`;
  const response = await ask("/fr/workspace", {
    headers: { Cookie: await cookiesOf(doctor) },
  });
  const html = await response.text();
  assertMatch(html, /alert\(1\)/);
  assert(!html.includes("</script><script>alert"));
  assert(!html.includes("<!--<img"));
  assertOwnScripts(response, html);
});

Deno.test("another site takes no step with an appointment", async () => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const id = await newAppointment(patient, doctor, 5);
  const Cookie = await cookiesOf(patient);
  const own = new URL(house().appUrl).origin;
  const enter = (headers: Record<string, string>) =>
    status(`/api/appointments/${id}/transitions/arrive`, {
      method: "POST",
      headers: { Cookie, ...headers },
    });
  const Origin = "https://evil.example";
  assertEquals(await enter({ "Sec-Fetch-Site": "cross-site", Origin }), 403);
  assertEquals(await enter({ "Sec-Fetch-Site": "same-site", Origin }), 403);
  assertEquals(await enter({ Origin: "null" }), 403);
  assertEquals(await enter({ Origin: own }), 200);
});

Deno.test("an address of one's own invention does not help against the limits", async () => {
  const last = newAddress();
  const forgotten = async () => {
    const sent = await ask("/fr/password/forgotten", {
      method: "POST",
      headers: { "X-Forwarded-For": `${newAddress()}, ${last}` },
      body: new URLSearchParams({ email: `${crypto.randomUUID()}@x.example` }),
    });
    await sent.body?.cancel();
    const cookie = sent.headers.getSetCookie().map((line) => line.split(";")[0])
      .join("; ");
    const location = sent.headers.get("Location") ?? "";
    return await status(location, { headers: { Cookie: cookie } });
  };
  const answers: number[] = [];
  for (let n = 0; n < 21; n++) answers.push(await forgotten());
  assertEquals(answers, [...Array(20).fill(200), 422]);
});

Deno.test("a stranger cannot lock somebody out by wrong passwords from one address", async () => {
  const { email: identifier, password } = await newPatient();
  const stranger = newAddress();
  await using sql = openSql();
  // All but one of the account's tries are gone, and all of the stranger's.
  await sql`
    select public.take_attempt(${`sign-in account ${identifier}`}, 300, 900) from generate_series(1, 299)`;
  await sql`
    select public.take_attempt(${`sign-in clientIp ${stranger}`}, 100, 900) from generate_series(1, 100)`;
  const signIn = async (from: string) => {
    const response = await ask("/fr/sign-in", {
      method: "POST",
      headers: { Cookie: "language=fr", "X-Forwarded-For": from },
      body: new URLSearchParams({ form: "sign-in", identifier, password }),
    });
    await response.body?.cancel();
    return new URL(response.headers.get("Location") ?? "", house().appUrl)
      .pathname;
  };
  for (let n = 0; n < 3; n++) {
    assertEquals(await signIn(stranger), "/fr/sign-in");
  }
  assertEquals(await signIn(newAddress()), "/fr/sign-in/code");
});

Deno.test("forms of strangers do not fill the database", async () => {
  const address = newAddress();
  const send = async () => {
    const response = await ask("/fr/account", {
      method: "POST",
      headers: { "X-Forwarded-For": address },
      body: new URLSearchParams({ form: "address", street: "x" }),
    });
    await response.body?.cancel();
    assertEquals(response.status, 303);
    return response.headers.getSetCookie().some((line) =>
      line.startsWith("draft=")
    );
  };
  assert(await send());
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`draft clientIp ${address}`}, 60, 3600) from generate_series(1, 59)`;
  assert(!await send());
});

Deno.test("five hundred at once read the home page, or are asked in order to come back", async () => {
  const answers = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const response = await ask("/fr", { headers: { Cookie: "language=fr" } });
      const whole = /<\/html>\s*$/.test(await response.text());
      return { status: response.status, whole, headers: response.headers };
    }),
  );
  const served = answers.filter(({ status }) => status === 200);
  assert(served.length > 0 && served.every(({ whole }) => whole));
  const turnedAway = answers.filter(({ status }) => status !== 200);
  assertEquals(
    turnedAway.filter(({ status, headers }) =>
      status !== 503 || Number(headers.get("Retry-After") ?? 0) < 1
    ).map(({ status }) => status),
    [],
  );
});

Deno.test("nobody makes the app read without end", async (t) => {
  for (const hook of ["send-sms", "send-email", "mailgun", "twilio"]) {
    await t.step(hook, async () => {
      const body = new Uint8Array(1_000_000).fill(32);
      const path = `/api/hooks/${hook}`;
      assertEquals(await status(path, { method: "POST", body }), 413);
    });
  }
});
