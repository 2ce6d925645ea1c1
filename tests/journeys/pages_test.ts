import { get } from "node:http";
import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import {
  brotliCompressSync,
  brotliDecompressSync,
  gunzipSync,
} from "node:zlib";
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { house } from "../house.ts";
import { newAppointment, newDoctor, openSql } from "../people.ts";
import { assertAccessible, shareBrowser, visit } from "./account_steps.ts";
import {
  freeSlots,
  slotName,
  slotTime,
  visitAsPatient,
  weekPath,
} from "./booking_steps.ts";

shareBrowser();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  Deno.test(`menus open by their button, and close on Escape and on a press outside, ${how} JavaScript`, () =>
    visitAsPatient(async (page, patient) => {
      await page.goto("/fr/appointments");
      const open = page.getByRole("button", { name: /^Langue/ });
      const german = page.getByRole("banner")
        .getByRole("link", { name: "Deutsch" });
      assertEquals(await german.isVisible(), false);
      await open.click();
      await german.waitFor();
      await page.keyboard.press("Escape");
      await german.waitFor({ state: "hidden" });
      await open.click();
      await german.waitFor();
      await page.mouse.click(5, 600);
      await german.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: `Compte de ${patient.name}` })
        .click();
      await page.getByRole("link", { name: "Mon compte" }).click();
      await page.waitForURL(/\/fr\/account/);
    }, { javaScriptEnabled }));
}

Deno.test("help: its word stands in the header of a phone, and is searched without JavaScript", () =>
  visit(async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/fr/sign-in");
    await page.getByRole("banner").getByRole("link", { name: "Aide" }).click();
    await page.getByRole("heading", { level: 1, name: "Aide" }).waitFor();
    await page.getByText(/du lundi au vendredi/).first().waitFor();
    const search = async (text: string) => {
      await page.getByLabel("Chercher dans l’aide").fill(text);
      await page.getByRole("button", { name: "Rechercher" }).click();
      await page.getByRole("link", { name: "Tout afficher" }).waitFor();
    };
    await search("lampe");
    await page.getByText("Éclairez votre visage").waitFor();
    assertEquals(await page.getByText("Votre matricule").count(), 0);
    await search("<b>xyz</b>");
    await page.getByText("Rien trouvé pour « <b>xyz</b> »").waitFor();
  }, { javaScriptEnabled: false }));

Deno.test("help that finds something and help that finds nothing can be used by everybody", () =>
  visit(async (page) => {
    for (const query of ["lampe", "xyz"]) {
      await page.goto(`/fr/help?q=${query}`);
      await assertAccessible(page);
    }
  }));

Deno.test("public pages say what they are and where they are in each language; the others ask not to be listed", () =>
  visit(async (page) => {
    const doctor = await newDoctor();
    const { PUBLIC_URL } = house().env;
    const path = `/doctors/${doctor.slug}`;
    const canonical = () =>
      page.locator("link[rel=canonical]").getAttribute("href");
    await page.goto(`/fr${path}?week=2026-12-07`);
    assertEquals(await canonical(), `${PUBLIC_URL}/fr${path}`);
    const german = page.locator("link[rel=alternate][hreflang=de]");
    assertEquals(await german.getAttribute("href"), `${PUBLIC_URL}/de${path}`);
    const description = page.locator("meta[name=description]");
    assertMatch(
      await description.getAttribute("content") ?? "",
      new RegExp(doctor.lastName),
    );
    for (const own of ["/fr/sign-in?next=/fr", "/fr/password/forgotten"]) {
      await page.goto(own);
      const robots = page.locator("meta[name=robots]");
      assertEquals(await robots.getAttribute("content"), "noindex");
      assertEquals(await page.locator("link[rel=canonical]").count(), 0);
    }
    const robots = await (await page.request.get("/robots.txt")).text();
    assertMatch(robots, new RegExp(`Sitemap: ${PUBLIC_URL}/sitemap.xml`));
    const sitemap = await (await page.request.get("/sitemap.xml")).text();
    assert(sitemap.includes(`<loc>${PUBLIC_URL}/pt${path}</loc>`));
    for (const icon of [180, 192, 512]) {
      const answer = await page.request.get(`/icons/icon-${icon}.png`);
      assertEquals(answer.headers()["content-type"], "image/png");
    }
  }));

Deno.test("a name of one very long word does not widen the pages", () =>
  visitAsPatient(async (page, patient) => {
    const doctor = await newDoctor();
    await using sql = openSql();
    const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(2);
    await sql`update public.doctors set last_name = ${long} where id = ${doctor.id}`;
    const [start = ""] = await freeSlots(doctor, 1);
    const id = await newAppointment(patient, doctor, 600);
    for (
      const path of [
        "/fr",
        weekPath(doctor, start),
        `/fr/doctors/${doctor.slug}?slot=${start}`,
        `/fr/appointments/${id}`,
        "/fr/appointments",
      ]
    ) {
      await page.goto(path);
      for (const width of [320, 768, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth
        );
        assertEquals(wide, 0, `${path} at ${width} px`);
      }
    }
  }));

Deno.test("a page that the browser translates still fills the ticket and counts down", () =>
  visitAsPatient(async (page) => {
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    const doctor = await newDoctor();
    const [first = "", second = ""] = await freeSlots(doctor, 2);
    const read = page.waitForResponse(/\/api\/doctors\/.*\/slots/);
    await page.goto(weekPath(doctor, first));
    await read;
    const ticket = page.getByRole("complementary");
    for (const start of [first, second]) {
      await translate(page);
      await page.getByRole("link", { name: slotName(start), exact: true })
        .click();
      await ticket.getByText(slotTime(start), { exact: true }).waitFor();
    }
    assertEquals(await ticket.getByText(slotTime(first)).count(), 0);
    assertEquals(broken, []);
  }));

Deno.test("on paper a ticket says who it is for and where the waiting room is, and has no buttons", () =>
  visitAsPatient(async (page, patient) => {
    const id = await newAppointment(patient, await newDoctor(), 600);
    await page.goto(`/fr/appointments/${id}`);
    const name = page.getByText(`Patient : ${patient.name}`);
    assertEquals(await name.isVisible(), false);
    await page.emulateMedia({ media: "print" });
    await name.waitFor();
    await page.getByText(`/fr/appointments/${id}/waiting-room`).waitFor();
    assertEquals(
      await page.getByRole("link", { name: "Ajouter à mon agenda" }).count(),
      0,
    );
  }));

/** What a browser's translation does to a page: each text is taken out of its element and put into elements of its own. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.textContent?.trim() || text.parentElement?.closest("script")) {
        continue;
      }
      const font = document.createElement("font");
      font.append(document.createElement("font"));
      font.firstElementChild?.append(text.textContent);
      text.parentNode?.replaceChild(font, text);
    }
  });
}

Deno.test("styles, scripts and machine code are sent compressed, and are the same when unpacked", async (t) => {
  const ask = async (path: string, accepted: string) => {
    const { promise, resolve, reject } = Promise
      .withResolvers<IncomingMessage>();
    // Not by fetch, which unpacks and says nothing of it.
    get(new URL(path, house().appUrl), {
      headers: { "Accept-Encoding": accepted },
    }, resolve).on("error", reject);
    const answer = await promise;
    return {
      coding: answer.headers["content-encoding"],
      bytes: await buffer(answer),
    };
  };
  for (
    const path of [
      "/styles/main.css",
      "/blur/litert.js",
      "/blur/litert_wasm_internal.wasm",
      "/noise/rnnoise_simd.wasm",
      "/heic/libheif.js",
    ]
  ) {
    await t.step(path, async () => {
      const plain = await ask(path, "identity");
      assertEquals(plain.coding, undefined);
      const small = await ask(path, "gzip, deflate, br");
      assertEquals(small.coding, "br");
      assert(small.bytes.length < plain.bytes.length * 0.9);
      assert(plain.bytes.equals(brotliDecompressSync(small.bytes)));
      const other = await ask(path, "gzip");
      assert(
        plain.bytes.equals(
          other.coding === "gzip" ? gunzipSync(other.bytes) : other.bytes,
        ),
      );
    });
  }
});

// As browsers are sent them. So much fits into the first ten packets of a connection.
Deno.test("the styles of a page weigh less than 14 kB", async () => {
  const weight = async (name: string) => {
    const path = new URL(`/styles/${name}.css`, house().appUrl);
    return brotliCompressSync(await (await fetch(path)).bytes()).length;
  };
  const main = await weight("main");
  for (
    const beside of [
      "home",
      "pages",
      "waiting-room",
      "consultation",
      "workspace",
    ]
  ) {
    const sum = main + await weight(beside);
    assert(sum > 5_000 && sum < 14_000, `main and ${beside}: ${sum} bytes`);
  }
});
