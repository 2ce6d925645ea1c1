import { assert, assertEquals, assertMatch } from "@std/assert";
import { askAs } from "../asking.ts";
import { messagesTo, newDoctor, newPatient } from "../people.ts";

Deno.test("a patient asks for the erasure of their account on its page, signs in as before, and takes it back", async (t) => {
  const person = await newPatient();
  const path = "/fr/account/erasure";
  const ask = await askAs(person);
  const since = new Date().toISOString();

  await t.step("it is said what stays, without a number of years", async () => {
    const { html } = await ask(path);
    assertMatch(html, /aussi longtemps que la loi l’exige/);
    assert(!/\d+ ans/.test(html));
  });

  await t.step("not without the box", async () => {
    const { status, to } = await ask(path, {});
    assertEquals(status, 303);
    const page = await ask(to ?? "");
    assertEquals(page.status, 422);
    assertMatch(page.html, /Cochez la case pour confirmer/);
  });

  await t.step("sent twice it is one request and one e-mail", async () => {
    const sent = await Promise.all([
      ask(path, { confirmed: "yes" }),
      ask(path, { confirmed: "yes" }),
    ]);
    for (const { to } of sent) assertEquals(to, "/fr/account?saved=erasure");
    const mails = await messagesTo(person.email, since, "effacement");
    assertEquals(mails.length, 1);
    assertEquals(mails[0]?.subject, "Votre demande d’effacement");
  });

  await t.step(
    "another session of theirs finds it, with the date",
    async () => {
      const { html } = await (await askAs(person))("/fr/account");
      assertMatch(
        html,
        /Vous avez demandé l’effacement de votre compte le \d\d/,
      );
      assertMatch(html, /Retirer ma demande/);
      // The page that asks leads to it.
      const again = await ask(path);
      assertEquals([again.status, again.to], [303, "/fr/account"]);
    },
  );

  await t.step("nobody else withdraws it", async () => {
    const stranger = await askAs(await newPatient());
    const { to } = await stranger(path, { act: "withdraw" });
    assertEquals(to, "/fr/account");
    assertMatch((await ask("/fr/account")).html, /Retirer ma demande/);
    const visitor = await (await askAs(null))(path, { act: "withdraw" });
    assertMatch(visitor.to ?? "", /^\/fr\/sign-in/);
    const doctor = await askAs(await newDoctor());
    assertEquals((await doctor(path, { confirmed: "yes" })).status, 403);
  });

  await t.step("they take it back, twice is once", async () => {
    const { to } = await ask(path, { act: "withdraw" });
    assertEquals(to, "/fr/account?saved=erasure-withdrawn");
    assertMatch((await ask(to ?? "")).html, /Votre compte reste ouvert/);
    const again = await ask(path, { act: "withdraw" });
    assertEquals(again.to, "/fr/account");
    const mails = await messagesTo(person.email, since, "rien n’a été effacé");
    assertEquals(mails.length, 1);
    assert(!/Retirer ma demande/.test((await ask("/fr/account")).html));
  });
});
