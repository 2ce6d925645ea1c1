import { assertEquals, assertStringIncludes } from "@std/assert";
import { computed, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type Browser, chromium, type Page } from "playwright-core";
import { App } from "../src/app.ts";
import { Builder } from "../src/dev/builder.ts";
import { csp } from "../src/middlewares/csp.ts";
import { staticFiles } from "../src/middlewares/static_files.ts";
import { integrationTest } from "../src/test_utils.ts";
import SelfCounter, { Counter } from "./fixture/islands/Counter.tsx";
import { describe } from "./fixture/islands/describe.ts";
import Heads from "./fixture/islands/Heads.tsx";
import Toggle from "./fixture/islands/Toggle.tsx";
import {
  Attributes,
  Empty,
  Environment,
  Values,
} from "./fixture/islands/Values.tsx";

const self = { self: null as unknown };
self.self = self;

const VALUES = {
  nothing: undefined,
  null: null,
  yes: true,
  number: 1.5,
  minusZero: -0,
  nan: NaN,
  infinite: -Infinity,
  big: 12345678901234567890n,
  text: `"quoted" </script><!-- <b> é`,
  list: [1, [2], { three: 3 }],
  bytes: new Uint8Array([0, 127, 255]),
  url: new URL("https://example.lu/a?b#c"),
  date: new Date(0),
  pattern: /a[b]"/gi,
  set: new Set([1, "2"]),
  map: new Map([["k", 1]]),
  self,
};

/** The page of one test, in a document that has something in its head. */
function Doc({ children }: { children?: ComponentChildren }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Test</title>
        <link rel="icon" href="data:," />
        <style id="own">old</style>
      </head>
      <body>
        {children}
      </body>
    </html>
  );
}

const pages: Record<string, () => ComponentChildren> = {
  "/shared": () => {
    const count = signal(3);
    return (
      <>
        <Counter id="a" count={count} />
        <Counter id="b" count={count} />
        <SelfCounter id="c" />
      </>
    );
  },
  "/slots": () => (
    <Counter
      id="outer"
      count={signal(0)}
      jsx={
        <i>
          jsx <SelfCounter id="in-jsx" />
        </i>
      }
    >
      <p class="kept">text</p>
      <Toggle id="inner" open>
        <SelfCounter id="deep" />
      </Toggle>
    </Counter>
  ),
  "/closed": () => (
    <Toggle id="outer">
      <Toggle id="inner">
        <SelfCounter id="deep" />
      </Toggle>
    </Toggle>
  ),
  "/form": () => (
    <Toggle id="form" open>
      <input name="check" type="checkbox" checked />
      <input name="text" required value="v" data-x="1" />
      <select name="select">
        <option>a</option>
        <option selected>b</option>
      </select>
      <svg viewBox="0 0 1 1">
        <path d="M0 0" />
      </svg>
    </Toggle>
  ),
  "/values": () => <Values values={VALUES} />,
  "/null": () => <Counter id="x" count={signal(0)} jsx={null}>{null}</Counter>,
  "/computed": () => {
    const double = computed(() => 4);
    return <Values values={{ double }} />;
  },
  "/empty": () => <Empty />,
  "/environment": () => <Environment />,
  "/attributes": () => <Attributes />,
  "/heads": () => <Heads />,
};

/** Serves the pages from a build in memory, and opens them in a browser. */
async function withBrowser(
  test: (open: (path: string) => Promise<Page>) => Promise<void>,
  basePath = "",
): Promise<void> {
  Deno.env.set("FRESH_PUBLIC_TEST_NAME", "public");
  Deno.env.set("SECRET_TEST_NAME", "secret");
  const root = new URL("./fixture", import.meta.url).href;
  const apply = await new Builder({ root }).build({ snapshot: "memory" });
  const app = new App({ basePath }).use(staticFiles())
    .use(csp({ useNonce: true, csp: ["upgrade-insecure-requests; img-src *"] }))
    .fsRoutes();
  for (const [path, Content] of Object.entries(pages)) {
    app.get(path, (ctx) => ctx.render(<Doc>{Content()}</Doc>));
  }
  apply(app);
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    app.handler(),
  );
  const browser: Browser = await chromium.launch({
    executablePath: Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const errors: string[] = [];
  try {
    await test(async (path) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(10_000);
      page.on("pageerror", (error) => errors.push(`${path} ${error}`));
      await page.goto(`http://127.0.0.1:${server.addr.port}${basePath}${path}`);
      return page;
    });
  } finally {
    await browser.close();
  }
  assertEquals(errors, []);
}

const click = (page: Page, selector: string) => page.locator(selector).click();
const see = (page: Page, selector: string, text: string) =>
  page.locator(selector, { hasText: new RegExp(`^${text}$`) }).waitFor();

integrationTest(
  "islands in a browser",
  (t) =>
    withBrowser(async (open) => {
      await t.step("signals that are shared stay shared", async () => {
        const page = await open("/shared");
        await page.locator("#b.ready").waitFor();
        await click(page, "#a button");
        await see(page, "#a output", "4");
        await see(page, "#b output", "4");
        await click(page, "#c button");
        await see(page, "#c output", "1");
        await see(page, "#a output", "4");
      });

      await t.step(
        "slots keep their content and start their islands",
        async () => {
          const page = await open("/slots");
          await page.locator("#outer.ready").waitFor();
          await click(page, "#deep button");
          await click(page, "#in-jsx button");
          await click(page, "#outer > button");
          await see(page, "#outer > output", "1");
          await see(page, "#deep output", "1");
          await see(page, "#in-jsx output", "1");
          await click(page, "#inner .toggle");
          assertEquals(await page.locator("#deep").count(), 0);
          assertEquals(await page.locator(".kept").textContent(), "text");
          const html = await page.locator("#outer").innerHTML();
          assertEquals(html.includes("frsh:"), false);
        },
      );

      await t.step(
        "slots that were not shown can be opened, within another",
        async () => {
          const page = await open("/closed");
          await click(page, "#outer > .toggle");
          await click(page, "#inner > .toggle");
          await click(page, "#deep button");
          await see(page, "#deep output", "1");
        },
      );

      await t.step(
        "attributes of what is in a slot stay what they are",
        async () => {
          const page = await open("/form");
          await click(page, "#form .toggle");
          await click(page, "#form .toggle");
          const found = await page.evaluate(() => {
            const get = (name: string) =>
              document.querySelector<HTMLInputElement>(`[name=${name}]`);
            return [
              get("check")?.checked,
              get("text")?.required,
              get("text")?.value,
              get("text")?.dataset.x,
              get("select")?.value,
              document.querySelector("svg")?.getAttribute("viewBox"),
              document.querySelector("path")?.namespaceURI,
            ];
          });
          assertEquals(found, [
            true,
            true,
            "v",
            "1",
            "b",
            "0 0 1 1",
            "http://www.w3.org/2000/svg",
          ]);
        },
      );

      await t.step("every kind of value arrives", async () => {
        const page = await open("/values");
        await page.waitForFunction(() =>
          document.querySelector("#values")?.textContent
        );
        const text = await page.locator("#values").textContent();
        assertEquals(text, describe(VALUES));
        assertStringIncludes(text ?? "", "self: Object itself: true");
      });

      await t.step("null as JSX is nothing", async () => {
        const page = await open("/null");
        await page.locator("#x.ready").waitFor();
        const count = (selector: string) =>
          page.locator(selector).evaluate((it) => it.childNodes.length);
        assertEquals([await count(".jsx"), await count(".children")], [0, 0]);
      });

      await t.step("a computed signal arrives with its value", async () => {
        const page = await open("/computed");
        await see(page, "#values", "double: Object 4");
      });

      await t.step("an island may render nothing", async () => {
        const page = await open("/empty");
        await page.waitForFunction(() => document.body.dataset.empty);
      });

      await t.step(
        "public variables are in the code, others are not",
        async () => {
          const page = await open("/environment");
          await see(page, "#environment", "public  unreachable 123 production");
        },
      );

      await t.step("f-* attributes are text, images are locked", async () => {
        const page = await open("/attributes");
        const attribute = (id: string, name: string) =>
          page.locator(id).getAttribute(name);
        assertEquals(await attribute("#on", "f-client-nav"), "true");
        assertEquals(await attribute("#off", "f-client-nav"), "false");
        assertStringIncludes(
          await attribute("#image", "src") ?? "",
          "/a.png?__frsh_c=",
        );
      });

      await t.step("Head follows an island", async () => {
        const page = await open("/heads");
        assertEquals(await page.title(), "Count: 0");
        await click(page, "#heads");
        await click(page, "#heads");
        await page.waitForFunction(() => document.title === "Count: 2");
        const head = await page.evaluate(() => {
          const all = (
            selector: string,
          ) => [...document.head.querySelectorAll(selector)];
          return [
            all("meta[name=count]").map((it) => it.getAttribute("content")),
            all("meta[property]").map((it) => it.getAttribute("content")),
            all("#own").map((it) => it.textContent),
            all("template[data-key=k]").map((it) =>
              it instanceof HTMLTemplateElement && it.content.textContent
            ),
            all("link[rel=next]").map((it) => it.getAttribute("href")),
          ];
        });
        assertEquals(head, [["2"], ["2"], ["a2"], ["t2"], ["/2"]]);
      });

      await t.step("an island beside its route", async () => {
        const page = await open("/deep");
        await see(page, "#local", "browser");
      });
    }),
);

integrationTest(
  "islands below a base path",
  () =>
    withBrowser(async (open) => {
      const page = await open("/shared");
      await click(page, "#c button");
      await see(page, "#c output", "1");
    }, "/base"),
);
