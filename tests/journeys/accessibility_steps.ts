import { createRequire } from "node:module";
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Browser, Page, Response } from "playwright-core";
import { languageTags } from "@/i18n/mod.ts";
import type { Language } from "@/i18n/mod.ts";
import { house, newVisitor } from "../house.ts";
import type { Stop } from "../tour/stop.ts";

/** WCAG 2.0 to 2.2, levels A and AA. */
const rules = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
];

/** The library itself, run in the page: `AxeBuilder` opens another page for each run. */
const axe = await Deno.readTextFile(
  createRequire(import.meta.resolve("@axe-core/playwright"))
    .resolve("axe-core/axe.min.js"),
);

/** A page that remembers what its browser complained of, and the last document it got. */
export async function openInspected(browser: Browser) {
  const context = await newVisitor(browser, { reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints: string[] = [];
  let answer: Response | undefined;
  page.on("console", (message) => {
    // Chromium also notes that a page came with the status 404 or 422, which it should.
    const { url } = message.location();
    // lib-jitsi-meet is not ours; it logs races of its own that it gets over.
    const others = url === answer?.url() || url.startsWith(house().jitsiUrl);
    if (message.type() === "error" && !others) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("response", (response) => {
    const main = response.frame() === page.mainFrame();
    if (main && response.request().isNavigationRequest()) answer = response;
  });
  return {
    page,
    assertQuiet: () => assertEquals(complaints, []),
    inspect: (
      t: Deno.TestContext,
      stop: Stop,
      language: Language,
      signedIn?: "signed in",
    ) =>
      t.step(stop.name, async () => {
        assert(answer);
        assertHeaders(answer, signedIn !== undefined);
        assertWorking(await answer.text());
        await assertDocument(page, language);
        if (stop.plain) await assertPlain(page);
        await assertFits(page);
        await assertAccessible(page, language);
      }),
  };
}

function assertHeaders(answer: Response, signedIn: boolean): void {
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  assertMatch(scripts, /'nonce-[\w+/=-]{20,}'/);
  // The call's filter of noise is WebAssembly, which 'wasm-unsafe-eval' lets be compiled; no script text is.
  assert(!scripts.includes("'unsafe-"), `scripts may be ${scripts}`);
  assertMatch(policy, /frame-ancestors 'none'/);
  assertMatch(policy, /form-action 'self'/);
  assertEquals(headers["x-content-type-options"], "nosniff");
  assertEquals(headers["referrer-policy"], "same-origin");
  if (signedIn) assertEquals(headers["cache-control"], "no-store");
}

/** As the server wrote it, no button waits for a press that only a script would hear. */
function assertWorking(html: string): void {
  const lost = [...html.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag)
    .filter((tag) =>
      tag.includes('type="button"') &&
      !/ (?:popovertarget|disabled)\b/.test(tag)
    );
  assertEquals(lost, [], "buttons that work by script only");
}

async function assertDocument(page: Page, language: Language): Promise<void> {
  assertEquals(
    await page.locator("html").getAttribute("lang"),
    languageTags[language],
  );
  // While it rings the title says who calls.
  assertMatch(await page.title(), /^(?!eConsult$)\S/);
  assertEquals(await page.locator("h1").count(), 1, "one heading of the page");
  const skip = page.locator("a").first();
  const target = await skip.getAttribute("href");
  assertMatch(target ?? "", /#\w+$/, "the first link skips to the content");
  assertEquals(
    await page.locator(target?.replace(/^[^#]*/, "") ?? "none").count(),
    1,
  );
}

/** Ships no JavaScript, and nothing of anybody else's. */
async function assertPlain(page: Page): Promise<void> {
  assertEquals(await page.locator("script").count(), 0, "no script");
  const from = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) =>
      new URL(name).origin
    )
  );
  assertEquals(
    from.filter((origin) => origin !== new URL(house().appUrl).origin),
    [],
  );
}

/** Nobody scrolls sideways: on the smallest phone (or at 400 %), at 200 %, and on a desk. */
async function assertFits(page: Page): Promise<void> {
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return null;
      const over = [...document.querySelectorAll("body *")].find((one) =>
        one.getBoundingClientRect().right > root.clientWidth + 1
      );
      return `${root.scrollWidth} px: ${over?.outerHTML.slice(0, 120)}`;
    });
    assertEquals(wide, null, `${page.url()} at ${width} px`);
  }
}

/** What one rule found, as axe tells it. */
interface Violation {
  id: string;
  nodes: { html: string }[];
}

/**
 * No rule of WCAG is broken in light. In the dark nothing is different but the colours, and in another language
 * everything but the colours.
 */
async function assertAccessible(
  page: Page,
  language: Language,
): Promise<void> {
  await showIn(page, "light");
  await page.evaluate(axe);
  const colours = "color-contrast";
  await assertNone(page, "light", {
    runOnly: { type: "tag", values: rules },
    rules: { [colours]: { enabled: language === "fr" } },
  });
  if (language !== "fr") return;
  await showIn(page, "dark");
  await assertNone(page, "dark", { runOnly: [colours] });
}

async function showIn(
  page: Page,
  colorScheme: "light" | "dark",
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // A colour on its way from light to dark is neither.
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((one) =>
        one instanceof CSSTransition ? one.finished.catch(() => {}) : null
      ),
    )
  );
}

async function assertNone(
  page: Page,
  scheme: string,
  options: Record<string, unknown>,
): Promise<void> {
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(${
      // The viewer of a PDF is not ours.
      JSON.stringify({
        ...options,
        resultTypes: ["violations"],
        iframes: false,
      })})`,
  );
  assertEquals(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)
    ),
    [],
    `${page.url()} (${scheme})`,
  );
}
