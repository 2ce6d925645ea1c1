import { assertEquals, assertStringIncludes } from "@std/assert";
import { paths } from "@/domain/paths.ts";
import { newDraft, newIssued, paracetamol } from "../documents.ts";
import { house } from "../house.ts";
import { startSession, type TestPerson } from "../people.ts";

/** Asks the app as a browser without JavaScript would that somebody is signed in with. */
async function visitAs(person: TestPerson) {
  const jar = new Map<string, string>();
  await startSession({
    addCookies: (cookies) => {
      for (const { name, value } of cookies) jar.set(name, value);
      return Promise.resolve();
    },
  }, person);
  const { appUrl } = house();
  return async (path: string, form?: Record<string, string>) => {
    const Cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(appUrl + path, {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      redirect: "manual",
      headers: { Cookie, Origin: appUrl },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name && value) jar.set(name, value);
    }
    return {
      status: answer.status,
      location: answer.headers.get("Location") ?? "",
      text: await answer.text(),
    };
  };
}

Deno.test("without JavaScript a draft is filled as last time, from a template, and by a line of the list", async (t) => {
  const { doctor, asDoctor, appointmentId } = await newIssued(
    "prescription",
    paracetamol,
  );
  const id = await newDraft(asDoctor, appointmentId, "prescription", {
    advice: "Repos",
  });
  const visit = await visitAs(doctor);
  const here = paths.document("fr", id);
  let version = 1;
  /** Sends the form with the version that the page shows. */
  const send = async (form: Record<string, string>) => {
    const { text } = await visit(here);
    version = Number(/name="version" value="(\d+)"/.exec(text)?.[1]);
    return await visit(here, { version: String(version), ...form });
  };

  await t.step("as last time, and what was typed stays", async () => {
    assertStringIncludes((await visit(here)).text, "Comme la dernière fois");
    await send({ act: "fill", source: "previous", advice: "Repos" });
    const { text } = await visit(here);
    for (const part of ['value="Paracétamol"', 'value="5 jours"', "Repos"]) {
      assertStringIncludes(text, part);
    }
  });

  await t.step(
    "a template without a name is refused, nothing is lost",
    async () => {
      const sent = await send({
        ...{ act: "keep", template: " ", advice: "Beaucoup de repos" },
      });
      const refused = await visit(sent.location);
      assertEquals(refused.status, 422);
      assertStringIncludes(refused.text, "Donnez un nom au modèle.");
      assertStringIncludes(refused.text, "Beaucoup de repos");
    },
  );

  await t.step("a line of the list fills its fields", async () => {
    const name =
      "Ibuprofène · 400 mg · comprimé · 3 par jour · 3 jours · 1 boîte";
    const kept = await send({
      ...{ act: "keep", template: "Fièvre", "line-0-name": name },
    });
    assertEquals(kept.location, `${here}?template=keep`);
    const { text } = await visit(kept.location);
    for (
      const part of [
        ...["Modèle enregistré.", 'value="Ibuprofène"', 'value="400 mg"'],
      ]
    ) assertStringIncludes(text, part);
  });

  await t.step("the template fills another draft, and is deleted", async () => {
    const { text } = await visit(here);
    const source = /value="([0-9a-f-]{36})"[^>]*>Fièvre</.exec(text)?.[1] ?? "";
    await send({ act: "fill", source });
    assertStringIncludes((await visit(here)).text, 'value="Ibuprofène"');
    await send({ act: "forget", source });
    const after = await visit(here);
    assertEquals(after.text.includes(">Fièvre<"), false);
  });

  await t.step(
    "the later one of two tabs is told, and sees what it typed",
    async () => {
      const sent = await visit(here, {
        ...{ version: "1", act: "save", advice: "De l’autre onglet" },
      });
      const other = await visit(sent.location);
      assertEquals(other.status, 422);
      assertStringIncludes(other.text, "modifié dans une autre fenêtre");
      assertStringIncludes(other.text, "De l’autre onglet");
    },
  );
});
