import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { groupedMatricule } from "@/domain/digit_groups.ts";
import { house, newAddress } from "../house.ts";
import {
  clientOf,
  codeTo,
  newDoctor,
  newEmail,
  newMatricule,
  newPatient,
  newPhone,
  openSql,
  serviceClient,
  signIn,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  confirm,
  givePassword,
  now,
  otherCode,
  passHalfAMinute,
  reachCode,
  shareBrowser,
  visit,
} from "./account_steps.ts";

shareBrowser();

/** Sends the sign-in form as a program would; what comes back, without what differs by chance. */
async function attempt(identifier: string, password: string) {
  const began = performance.now();
  const refused = await fetch(`${house().appUrl}/fr/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ form: "sign-in", identifier, password }),
    headers: {
      Cookie: "language=fr",
      "X-Forwarded-For": newAddress(),
      Origin: house().appUrl,
    },
    redirect: "manual",
  });
  await refused.body?.cancel();
  const milliseconds = performance.now() - began;
  const kept = refused.headers.getSetCookie().map((line) => line.split(";")[0]);
  const location = refused.headers.get("Location") ?? "";
  const answer = await fetch(new URL(location, house().appUrl), {
    headers: { Cookie: ["language=fr", ...kept].join("; ") },
  });
  const page = await answer.text();
  const said = page.replaceAll(identifier, "").replaceAll(/nonce="[^"]+"/g, "")
    .replaceAll(/__frsh_c=\w+/g, "").replaceAll(/outcome=\w{8}/g, "")
    .replaceAll(/outcome%3D\w{8}/g, "")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
  const headers = [refused, answer].map((one) =>
    [...one.headers.keys()].sort()
  );
  return { status: answer.status, said, headers, milliseconds };
}

/** The form of the page, sent by a program that has the cookies of the browser. */
async function post(page: Page, fields: Record<string, string>) {
  const cookies = await page.context().cookies();
  const answer = await fetch(page.url(), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      Origin: house().appUrl,
      "X-Forwarded-For": await addressOf(page),
    },
    redirect: "manual",
  });
  await answer.body?.cancel();
  return answer;
}

/** The address that this browser seems to come from. */
async function addressOf(page: Page): Promise<string> {
  const [request] = await Promise.all([
    page.waitForRequest(/health/),
    page.evaluate(() => fetch("/health")),
  ]);
  return (await request.allHeaders())["x-forwarded-for"] ?? "";
}

Deno.test("a wrong password and an account that does not exist cannot be told apart", async () => {
  const person = await newPatient();
  const tries = await Promise.all([
    attempt(person.email, "wrong password"),
    attempt(person.matricule, "wrong password"),
    attempt(newEmail(), "wrong password"),
    attempt(newMatricule(), "wrong password"),
  ]);
  for (const { status, said, headers, milliseconds } of tries) {
    assertEquals(status, 422);
    assertEquals(said, tries[0]?.said);
    assertEquals(headers, tries[0]?.headers);
    assert(milliseconds >= 900, `${milliseconds} ms`);
  }
  assertMatch(tries[0]?.said ?? "", /n’est pas correct/);
});

Deno.test("what can name no account is told at the field", () =>
  visit(async (page) => {
    const cases = [
      ["", /Saisissez votre adresse e-mail ou votre matricule/],
      ["1985 0229 00109", /Cette date n’existe pas/],
      ["123", /a 13 chiffres/],
      ["zoe", /n’est pas complète/],
    ] as const;
    await page.goto("/fr/sign-in");
    for (const [identifier, message] of cases) {
      await givePassword(page, { email: identifier, password: "" });
      const alert = await alertOf(page);
      assertMatch(alert, message);
      assertMatch(alert, /Saisissez votre mot de passe/);
      assertEquals(
        await page.getByLabel("E-mail ou matricule").inputValue(),
        identifier,
      );
    }
    await assertAccessible(page);
  }));

Deno.test("five wrong codes end the sign-in", () =>
  visit(async (page) => {
    const person = await newPatient();
    const code = await reachCode(page, person);
    const tries = ["4 essais", "3 essais", "2 essais", "1 essai."];
    for (const [n, left] of tries.entries()) {
      await confirm(page, otherCode(code, n + 1));
      await page.getByRole("alert").filter({ hasText: left }).waitFor();
    }
    await confirm(page, otherCode(code, 5));
    await page.waitForURL(/\/fr\/sign-in\?/);
    await page.getByText("Cinq codes incorrects").waitFor();
    await page.goto("/fr/sign-in/code");
    assertMatch(page.url(), /\/fr\/sign-in(\?|$)/);
  }));

Deno.test("reloading after a wrong code, or sending it again, counts once and ends nothing elsewhere", () =>
  visit(async (page) => {
    const person = await newPatient();
    const code = await reachCode(page, person);
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    for (let n = 0; n < 6; n++) await page.reload();
    for (let n = 0; n < 3; n++) {
      await confirm(page, otherCode(code));
      assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    }
    await confirm(page, code);
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("without cookies no password is tried and no SMS leaves", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/sign-in");
    await page.context().clearCookies();
    const since = await givePassword(page, person);
    assertMatch(await alertOf(page), /refuse les cookies/);
    assertEquals(
      await page.getByLabel("E-mail ou matricule").inputValue(),
      person.email,
    );
    const answer = await fetch(
      `${house().carriersUrl}/api/messages?to=${
        encodeURIComponent(person.phone)
      }&since=${since}`,
    );
    assertEquals(await answer.json(), []);
  }, { javaScriptEnabled: false }));

Deno.test("a number that the provider refuses for good is told, with what to do", () =>
  visit(async (page) => {
    const person = await newPatient();
    await using sql = openSql();
    await sql`update public.accounts set phone = '+352621555001' where id = ${person.id}`;
    await page.goto("/fr/sign-in");
    await givePassword(page, person);
    await page.waitForURL(/\/sign-in\/code/);
    assertMatch(await alertOf(page), /ne reçoit pas de SMS.*helpdesk/);
    const refused = await sql`
      select reason from admin.refused_numbers where account_id = ${person.id}`;
    assertMatch(String(refused[0]?.reason), /^twilio 400 21211/);
  }));

Deno.test("letters, too few digits and spaces in a code are no wrong try", () =>
  visit(async (page) => {
    const person = await newPatient();
    const code = await reachCode(page, person);
    for (const typed of ["", "12345", "abcdef"]) {
      await confirm(page, typed);
      assertMatch(await alertOf(page), /composé de 6 chiffres/);
    }
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    await confirm(page, ` ${code.slice(0, 3)}-${code.slice(3)} `);
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("an expired code is told, and another one signs in", () =>
  visit(async (page) => {
    const person = await newPatient();
    const code = await reachCode(page, person);
    await using sql = openSql();
    await sql`
      update auth.mfa_challenges set created_at = created_at - interval '10 minutes 1 second'
      where factor_id in (select id from auth.mfa_factors where user_id = ${person.id})`;
    await confirm(page, code);
    assertMatch(await alertOf(page), /Ce code a expiré/);
    await passHalfAMinute(person.phone);
    const since = now();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    await page.getByText("Un nouveau code a été envoyé").waitFor();
    await confirm(page, await codeTo(person.phone, since));
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("another code within 30 seconds is refused, and the first one stays good", () =>
  visit(async (page) => {
    const person = await newPatient();
    const code = await reachCode(page, person);
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    assertMatch(await alertOf(page), /Attendez 30 secondes/);
    await confirm(page, code);
    await page.waitForURL(/\/fr$/);
  }, { javaScriptEnabled: false }));

Deno.test("a used code is worth nothing in another sign-in", () =>
  visit(async (page) => {
    const person = await newPatient();
    const used = await reachCode(page, person);
    await confirm(page, used);
    await page.waitForURL(/\/fr$/);
    await page.context().clearCookies();
    await passHalfAMinute(person.phone);
    const code = await reachCode(page, person);
    if (code === used) return; // one in a million
    await confirm(page, used);
    assertMatch(await alertOf(page), /n’est pas correct/);
  }));

Deno.test("two clicks on either button sign in once, with the one code that came", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/sign-in");
    const { email: identifier, password } = person;
    const since = now();
    // The answer to the first click is lost: the browser follows the second one.
    await post(page, { form: "sign-in", identifier, password });
    await givePassword(page, person);
    await page.waitForURL(/\/sign-in\/code/);
    const code = await codeTo(person.phone, since);
    const first = await post(page, { step: "confirm", code });
    assertEquals(first.headers.get("Location"), "/fr");
    await confirm(page, code);
    await page.waitForURL(/\/fr$/);
    await page.goto("/fr/account");
    await page.getByRole("heading", { name: "Mon compte" }).waitFor();
  }));

Deno.test("a deactivated account cannot sign in, and is told whom to ask", () =>
  visit(async (page) => {
    const person = await newPatient();
    await using sql = openSql();
    await sql`update public.accounts set active = false where id = ${person.id}`;
    await page.goto("/fr/sign-in");
    await givePassword(page, person);
    assertMatch(await alertOf(page), /Ce compte est désactivé/);
    await page.goto("/fr/sign-in/code");
    assertMatch(page.url(), /\/fr\/sign-in(\?|$)/);
  }));

Deno.test("with the password alone no page and no token is to be had", () =>
  visit(async (page) => {
    const person = await newPatient();
    await reachCode(page, person);
    for (
      const path of ["/fr/account", "/fr/appointments", "/fr/password/new"]
    ) {
      await page.goto(path);
      assertMatch(page.url(), /\/fr\/sign-in\?next=/);
    }
    const answer = await page.request.get("/api/access-token");
    assertEquals(answer.status(), 401);
  }));

Deno.test("the access token is for our own pages, and is not kept", () =>
  visit(async (page) => {
    await signIn(page, await newPatient());
    const asked = await page.evaluate(async () => {
      const answer = await fetch("/api/access-token");
      const cached = answer.headers.get("Cache-Control");
      return { cached, ...await answer.json() };
    });
    assertEquals(asked.cached, "no-store");
    assertEquals(asked.accessToken.split(".").length, 3);
    assert(Date.parse(asked.expiresAt) > Date.now());
    const foreign = await page.request.get("/api/access-token", {
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    assertEquals(foreign.status(), 403);
    const cookies = await page.context().cookies();
    assert(cookies.length > 0);
    for (const { name, httpOnly, sameSite } of cookies) {
      assert(httpOnly || name === "language", name);
      assertEquals(sameSite, "Lax");
    }
  }));

Deno.test("after signing in everybody arrives where he was going, and never on another site", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/account");
    await signIn(page, person);
    assertMatch(page.url(), /\/fr\/account$/);
    for (
      const next of [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
      ]
    ) {
      await page.context().clearCookies();
      await passHalfAMinute(person.phone);
      await page.goto(`/fr/sign-in?next=${encodeURIComponent(next)}`);
      await signIn(page, person);
      assertEquals(new URL(page.url()).pathname, "/fr");
      assertEquals(new URL(page.url()).origin, house().appUrl);
    }
  }));

Deno.test("a doctor arrives at the day's page; whoever is signed in does not see the forms", () =>
  visit(async (page) => {
    await signIn(page, await newDoctor());
    assertMatch(page.url(), /\/fr\/workspace$/);
    await page.goto("/fr/sign-in");
    assertMatch(page.url(), /\/fr\/workspace$/);
  }));

Deno.test("signing in works without JavaScript", () =>
  visit(async (page) => {
    const person = await newPatient();
    await page.goto("/fr/sign-in");
    const since = await givePassword(page, person, person.matricule);
    await confirm(page, await codeTo(person.phone, since));
    await page.waitForURL(/\/fr$/);
  }, { javaScriptEnabled: false }));

Deno.test("an SMS that cannot be sent is told on the next page, and can be asked for again", () =>
  visit(async (page) => {
    const person = await newPatient();
    await using sql = openSql();
    const setPhone = (phone: string) =>
      sql`update public.accounts set phone = ${phone} where id = ${person.id}`;
    await setPhone("+352621555050");
    await page.goto("/fr/sign-in");
    await givePassword(page, person);
    await page.waitForURL(/\/sign-in\/code/);
    await page.getByText("Le code n’est pas encore parti").waitFor();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    assertMatch(await alertOf(page), /Le SMS n’a pas pu être envoyé/);
    const phone = newPhone();
    await setPhone(phone);
    const since = now();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/fr$/);
  }));

Deno.test("a number that is no longer the confirmed one gets no code and is removed", () =>
  visit(async (page) => {
    const before = await newPatient();
    await clientOf(before);
    const person = { ...before, phone: newPhone() };
    await using sql = openSql();
    await sql`update public.accounts set phone = ${person.phone} where id = ${person.id}`;
    await confirm(page, await reachCode(page, person));
    await page.waitForURL(/\/fr$/);
    const { data } = await serviceClient().auth.admin.mfa.listFactors({
      userId: person.id,
    });
    assertEquals(
      data?.factors.map((factor) => "phone" in factor && factor.phone),
      [person.phone.slice(1)],
    );
  }));

Deno.test("signing out ends this session; the back button shows nothing", () =>
  visit(async (page) => {
    const person = await newPatient();
    await signIn(page, person);
    await page.goto("/fr/account");
    await page.getByText(groupedMatricule(person.matricule)).waitFor();
    await page.getByRole("button", { name: `Compte de ${person.name}` })
      .click();
    await page.getByRole("button", { name: "Se déconnecter", exact: true })
      .click();
    await page.getByText("Vous êtes déconnecté").waitFor();
    await page.goBack();
    await page.waitForURL(/\/fr\/sign-in/);
    assertEquals(await page.getByText(person.name).count(), 0);
  }));

Deno.test("signing out everywhere ends the sessions of other devices at once", () =>
  visit(async (page) => {
    const person = await newPatient();
    const elsewhere = await clientOf(person);
    const rows = async () =>
      (await elsewhere.from("patients").select("id")).data?.length ?? 0;
    assertEquals(await rows(), 1);
    await passHalfAMinute(person.phone);
    await signIn(page, person);
    await page.goto("/fr/account");
    await page.getByRole("button", { name: "Se déconnecter partout" }).click();
    await page.getByText("Vous êtes déconnecté").waitFor();
    assertEquals(await rows(), 0);
  }));

Deno.test("too many passwords for one account are refused, from wherever they come; its other name tells nothing", async () => {
  const person = await newPatient();
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`sign-in account ${person.email}`}, 300, 900) from generate_series(1, 300)`;
  const { status, said } = await attempt(person.email, person.password);
  assertEquals(status, 422);
  assertMatch(said, /Attendez quinze minutes/);
  assertEquals((await attempt(person.matricule, "wrong password")).status, 422);
  assertEquals(
    (await attempt(newMatricule(), "wrong password")).status,
    422,
  );
});

Deno.test("a language that we do not have is no page; the one that was chosen is remembered", () =>
  visit(async (page) => {
    assertEquals((await page.goto("/es/sign-in"))?.status(), 404);
    await page.goto("/pt/sign-in");
    await page.goto("/");
    assertMatch(page.url(), /\/pt$/);
  }));

Deno.test("a form that another site sends is refused", async () => {
  const person = await newPatient();
  const answer = await fetch(`${house().appUrl}/de/sign-in`, {
    method: "POST",
    body: new URLSearchParams({
      form: "sign-in",
      identifier: person.email,
      password: person.password,
    }),
    headers: { Origin: "https://evil.example" },
    redirect: "manual",
  });
  assertEquals(answer.status, 403);
  assertEquals(answer.headers.getSetCookie(), []);
  assertMatch(await answer.text(), /<h1>Kein Zugriff/);
});
