import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import {
  codeTo,
  messagesTo,
  newPatient,
  openSql,
  randomEmail,
  randomPhone,
  serviceClient,
} from "../people.ts";
import {
  alertOf,
  assertAccessible,
  confirm,
  fillSignUp,
  linkIn,
  newcomer,
  now,
  otherCode,
  passAMinute,
  passHalfAMinute,
  sendSignUp,
  shareBrowser,
  visit,
} from "./account_steps.ts";

shareBrowser();

/** A matricule whose 12th or 13th digit is another one. */
function withWrongDigit(matricule: string, place: 12 | 13): string {
  const digits = [...matricule];
  digits[place - 1] = String((Number(digits[place - 1]) + 1) % 10);
  return digits.join("");
}

Deno.test("each wrong answer of the sign-up is told at its field, and nothing typed is lost", () =>
  visit(async (page) => {
    const good = newcomer();
    const { Matricule: matricule } = good;
    const cases = [
      ["Matricule", "", /Saisissez votre matricule/],
      ["Matricule", matricule.slice(1), /a 13 chiffres/],
      ["Matricule", "1985022900109", /Cette date n’existe pas/],
      ["Matricule", "2099010100109", /dans le futur/],
      ["Matricule", withWrongDigit(matricule, 12), /avant-dernier chiffre/],
      ["Matricule", withWrongDigit(matricule, 13), /le dernier chiffre/],
      ["Adresse e-mail", "zoe@", /n’est pas complète/],
      ["Téléphone portable", "26 12 34 56", /pas un numéro de portable/],
      ["Téléphone portable", "+352 1", /n’existe pas/],
      ["Prénom", " ", /Saisissez votre prénom/],
      ["Code postal", "", /Saisissez le code postal/],
    ] as const;
    await page.goto("/fr/sign-in");
    const form = page.getByRole("region", { name: "S’inscrire" });
    await fillSignUp(page, good);
    for (const [label, wrong, message] of cases) {
      await sendSignUp(page, { [label]: wrong });
      await page.waitForLoadState();
      assertMatch(await alertOf(page), message);
      assertMatch(await page.title(), /^Erreur/);
      for (const [other, answer] of Object.entries(good)) {
        const field = form.getByLabel(other, { exact: true });
        const invalid = await field.getAttribute("aria-invalid");
        assertEquals(
          invalid,
          other === label ? "true" : null,
          `${label} ${other}`,
        );
        if (other !== label) assertEquals(await field.inputValue(), answer);
      }
      await fillSignUp(page, { [label]: good[label] });
    }
    await assertAccessible(page);
  }));

Deno.test("all wrong answers are told at once", () =>
  visit(async (page) => {
    await page.goto("/fr/sign-in");
    await page.getByRole("button", { name: "Envoyer" }).click();
    assertEquals((await alertOf(page)).split("\n").length, 9);
  }));

Deno.test("nothing is in the accounts until the SMS code is right", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    const phone = person["Téléphone portable"];
    await using sql = openSql();
    const users = () => sql`select from auth.users where email = ${email}`;
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(phone, since);
    await confirm(page, otherCode(code));
    assertMatch(await alertOf(page), /Il vous reste 4 essais/);
    assertEquals((await users()).length, 0);
    await confirm(page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL(/\/sign-up\/done/);
    assertEquals((await users()).length, 1);
  }));

Deno.test("five wrong codes end a sign-up; the form is still filled, and sent again it works", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    const first = await codeTo(
      person["Téléphone portable"],
      await sendSignUp(page, person),
    );
    for (const left of ["4 essais", "3 essais", "2 essais", "1 essai."]) {
      await confirm(page, otherCode(first));
      assert((await alertOf(page)).includes(left), left);
    }
    await confirm(page, otherCode(first));
    await page.waitForURL(/\/fr\/sign-in\?/);
    await page.getByText("Cinq codes incorrects").waitFor();
    const form = page.getByRole("region", { name: "S’inscrire" });
    assertEquals(
      await form.getByLabel("Localité").inputValue(),
      person.Localité,
    );
    const since = await sendSignUp(page, {});
    await confirm(page, await codeTo(person["Téléphone portable"], since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

Deno.test("another code can be had after 30 seconds, and the old one is worth nothing then", () =>
  visit(async (page) => {
    const person = newcomer();
    const phone = person["Téléphone portable"];
    await page.goto("/fr/sign-in");
    const old = await codeTo(phone, await sendSignUp(page, person));
    // Without the island the button is there at once; the server refuses.
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    assertMatch(await alertOf(page), /Attendez 30 secondes/);
    await passHalfAMinute(phone);
    const since = now();
    await page.getByRole("button", { name: "Renvoyer le code" }).click();
    await page.getByText("Un nouveau code a été envoyé").waitFor();
    const fresh = await codeTo(phone, since);
    if (fresh !== old) {
      await confirm(page, old);
      assertMatch(await alertOf(page), /n’est pas correct/);
    }
    await confirm(page, fresh);
    await page.waitForURL(/\/sign-up\/done/);
  }, { javaScriptEnabled: false }));

Deno.test("in the browser, the button for another code counts down", () =>
  visit(async (page) => {
    await page.goto("/fr/sign-in");
    await sendSignUp(page, newcomer());
    const button = page.getByRole("button", {
      name: /Nouvel envoi possible dans \d+ s/,
    });
    await button.waitFor();
    assert(await button.isDisabled());
  }));

Deno.test("a code of ten minutes ago has expired", () =>
  visit(async (page) => {
    const person = newcomer();
    const phone = person["Téléphone portable"];
    await page.goto("/fr/sign-in");
    const code = await codeTo(phone, await sendSignUp(page, person));
    await using sql = openSql();
    await sql`
      update private.sign_ups set code_sent_at = now() - interval '11 minutes' where phone = ${phone}`;
    await confirm(page, code);
    assertMatch(await alertOf(page), /Ce code a expiré/);
  }));

Deno.test("closing the window of the code leads back to the filled form, to correct the number", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    await sendSignUp(page, person);
    await page.getByRole("link", { name: "Fermer" }).click();
    const form = page.getByRole("region", { name: "S’inscrire" });
    for (const [label, answer] of Object.entries(person)) {
      assertEquals(
        await form.getByLabel(label, { exact: true }).inputValue(),
        answer,
      );
    }
    const phone = randomPhone();
    const since = await sendSignUp(page, { "Téléphone portable": phone });
    await confirm(page, await codeTo(phone, since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

for (
  const [known, label] of [
    ["matricule", "Matricule"],
    ["email", "Adresse e-mail"],
  ] as const
) {
  Deno.test(`whoever signs up with a known ${known} learns nothing; its owner is told`, () =>
    visit(async (page) => {
      const owner = await newPatient();
      const stranger = { ...newcomer(), [label]: owner[known] };
      await page.goto("/fr/sign-in");
      const since = await sendSignUp(page, stranger);
      await confirm(page, await codeTo(stranger["Téléphone portable"], since));
      await page.waitForURL(/\/sign-up\/done/);
      await page.getByRole("heading", { name: "Votre compte a été créé" })
        .waitFor();
      const [mail] = await messagesTo(owner.email, since);
      assertEquals(mail?.subject, "Vous avez déjà un compte");
      await using sql = openSql();
      const rows = await sql`
        select accounts.phone from public.patients join public.accounts using (id)
        where matricule in (${owner.matricule}, ${stranger.Matricule})`;
      assertEquals(rows.map((row) => row.phone), [owner.phone]);
      const users = await sql`
        select from auth.users where email in (${owner.email}, ${
        stranger["Adresse e-mail"]
      })`;
      assertEquals(users.length, 1);
    }));
}

Deno.test("whoever signs up again before the activation gets the link again", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    for (const _ of ["once", "again"]) {
      await page.goto("/fr/sign-in");
      const since = await sendSignUp(page, person);
      await confirm(page, await codeTo(person["Téléphone portable"], since));
      await page.waitForURL(/\/sign-up\/done/);
      const [mail] = await messagesTo(email, since);
      assertEquals(mail?.subject, "Activation de compte");
      await page.goto(linkIn(mail?.text));
      await page.getByLabel("Nouveau mot de passe").waitFor();
      await passAMinute(email);
    }
  }));

Deno.test("whoever mistyped the e-mail address signs up again with the right one", () =>
  visit(async (page) => {
    const person = newcomer();
    const mistyped = randomEmail();
    const phone = person["Téléphone portable"];
    for (const email of [mistyped, person["Adresse e-mail"]]) {
      await page.goto("/fr/sign-in");
      const since = await sendSignUp(page, {
        ...person,
        "Adresse e-mail": email,
      });
      await confirm(page, await codeTo(phone, since));
      await page.waitForURL(/\/sign-up\/done/);
      const [mail] = await messagesTo(email, since);
      assertEquals(mail?.subject, "Activation de compte");
      await passAMinute(email);
    }
  }));

Deno.test("a server that dies after the right code leaves nothing half made: the same code goes on", () =>
  visit(async (page) => {
    const person = newcomer();
    const email = person["Adresse e-mail"];
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(person["Téléphone portable"], since);
    const cookies = await page.context().cookies();
    const id = cookies.find(({ name }) => name === "sign-up")?.value;
    const service = serviceClient();
    await service.rpc("check_sign_up_code", { sign_up_id: id, code });
    await service.auth.admin.generateLink({ type: "invite", email });
    await confirm(page, code);
    await page.waitForURL(/\/sign-up\/done/);
    const [mail] = await messagesTo(email, since);
    await page.goto(linkIn(mail?.text));
    await page.getByLabel("Nouveau mot de passe").waitFor();
  }));

Deno.test("a carrier that fails is told, everything typed stays, and another try works", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    await sendSignUp(page, { ...person, "Téléphone portable": "621 555 050" });
    assertMatch(await alertOf(page), /Le SMS n’a pas pu être envoyé/);
    const form = page.getByRole("region", { name: "S’inscrire" });
    assertEquals(
      await form.getByLabel("Nom", { exact: true }).inputValue(),
      "Wagner",
    );
    await sendSignUp(page, { "Téléphone portable": "621 555 001" });
    assertMatch(await alertOf(page), /Ce numéro de téléphone n’existe pas/);
    const since = await sendSignUp(page, {
      "Téléphone portable": person["Téléphone portable"],
    });
    await confirm(page, await codeTo(person["Téléphone portable"], since));
    await page.waitForURL(/\/sign-up\/done/);
  }));

Deno.test("a second click on Confirm makes no second account and no second e-mail", () =>
  visit(async (page) => {
    const person = newcomer();
    await page.goto("/fr/sign-in");
    const since = await sendSignUp(page, person);
    const code = await codeTo(person["Téléphone portable"], since);
    const cookie = (await page.context().cookies()).map(({ name, value }) =>
      `${name}=${value}`
    ).join("; ");
    const answers = await Promise.all([1, 2].map(() =>
      fetch(page.url(), {
        method: "POST",
        body: new URLSearchParams({ step: "confirm", code }),
        headers: { cookie, Origin: new URL(page.url()).origin },
        redirect: "manual",
      }).then(async (answer) => {
        await answer.body?.cancel();
        return answer.headers.get("Location");
      })
    ));
    assertEquals(answers, ["/fr/sign-up/done", "/fr/sign-up/done"]);
    await messagesTo(person["Adresse e-mail"], since);
    await using sql = openSql();
    const mails = await sql`
      select kind from public.notifications join auth.users on users.id = account_id
      where email = ${person["Adresse e-mail"]}`;
    assertEquals(mails.map((mail) => mail.kind), ["account_activation"]);
  }));

Deno.test("the sixth sign-up of a number within an hour is refused, and says when to come back", () =>
  visit(async (page) => {
    const phone = randomPhone();
    await using sql = openSql();
    await sql`
      select public.take_attempt(${`sign-up account ${phone}`}, 5, 3600) from generate_series(1, 5)`;
    await page.goto("/fr/sign-in");
    await sendSignUp(page, { ...newcomer(), "Téléphone portable": phone });
    assertMatch(await alertOf(page), /Attendez une heure/);
    assertNotEquals(
      await page.getByLabel("Matricule", { exact: true }).inputValue(),
      "",
    );
  }));
