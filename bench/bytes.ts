import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { transform } from "lightningcss";
import type { Page, Response } from "playwright-core";
import { paths } from "../domain/paths.ts";
import { house } from "../tests/house.ts";
import { type Row, row } from "./row.ts";

/** A page to weigh, and what of its JavaScript could not be saved by us. */
interface Weighed {
  name: string;
  path: string;
  /** The libraries that such a page stands on. */
  libraries: string[];
}

const ISLANDS = ["preact", "preact/hooks", "@preact/signals"];
const LIVE = [...ISLANDS, "@supabase/realtime-js"];

/**
 * Bytes (gzip) of the scripts and styles of the app that pages load, beside the libraries alone, bundled here, and
 * beside the rules that such a page uses. What a page loads later (the calendar's channel, lib-jitsi-meet when the call
 * starts) is not in it.
 */
export async function byteRows(
  pages: Record<"visitor" | "patient" | "doctor", Page>,
  { slug, appointment }: { slug: string; appointment: string },
): Promise<Row[]> {
  return [
    ...await weighPage(pages.visitor, {
      name: "home page of a visitor",
      path: paths.home("fr"),
      libraries: [],
    }),
    ...await weighPage(pages.patient, {
      name: "calendar, signed in",
      path: paths.doctor("fr", slug),
      libraries: ISLANDS,
    }),
    ...await weighPage(pages.patient, {
      name: "waiting room",
      path: paths.waitingRoom("fr", appointment),
      libraries: LIVE,
    }),
    ...await weighPage(pages.doctor, {
      name: "workspace",
      path: paths.workspace("fr"),
      libraries: LIVE,
    }),
  ];
}

async function weighPage(
  page: Page,
  { name, path, libraries }: Weighed,
): Promise<Row[]> {
  const loaded = new Map<string, { type: string; bytes: Uint8Array }>();
  const keep = async (response: Response) => {
    const url = response.url();
    const type = response.request().resourceType();
    if (url.startsWith(house().appUrl) && /script|stylesheet/.test(type)) {
      loaded.set(url, { type, bytes: await response.body() });
    }
  };
  page.on("response", keep);
  await page.goto("about:blank");
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", keep);
  const needed = neededBy(await startOf(page, answer), loaded);
  if (libraries.length > 0 && needed.size === 0) {
    throw new Error(`${path}: its scripts were not found`);
  }
  const sizeOf = (type: string) =>
    [...loaded].filter(([url, one]) =>
      one.type === type && (type !== "script" || needed.has(url))
    ).reduce((sum, [, { bytes }]) => sum + gzipped(bytes), 0);
  const used = transform({
    filename: "used.css",
    code: new TextEncoder().encode(await page.evaluate(usedRules)),
    minify: true,
  });
  return [
    row(
      `JavaScript of the ${name}`,
      "bytes, gzip",
      sizeOf("script"),
      libraries.length ? `${libraries.join(", ")} alone` : "none",
      libraries.length ? await bundled(libraries) : 0,
    ),
    row(
      `CSS of the ${name}`,
      "bytes, gzip",
      sizeOf("stylesheet"),
      "the rules that match something on the page",
      gzipped(used.code),
    ),
  ];
}

/** What starts a page's scripts: those that it names, and those of its islands, which its head announces. */
async function startOf(page: Page, answer: Response | null): Promise<string> {
  const named = await page.locator("script[src]").evaluateAll((scripts) =>
    scripts.map((script) => script.getAttribute("src") ?? "")
  );
  const { link = "" } = answer?.headers() ?? {};
  const announced = [...link.matchAll(/<([^>]+\.js)>/g)].map(([, url]) => url);
  const inline = await page.locator("script:not([src])").allTextContents();
  return [...named, ...announced].map((url) => `import "${url}"`)
    .concat(inline).join("\n");
}

/** The scripts that this one and those it imports need before they run; what is imported later is not among them. */
function neededBy(
  script: string,
  loaded: Map<string, { bytes: Uint8Array }>,
  base = house().appUrl,
  found = new Set<string>(),
): Set<string> {
  for (const [, path = ""] of script.matchAll(/(?:from|import)\s*"([^"]+)"/g)) {
    const url = new URL(path, base).href;
    const file = loaded.get(url);
    if (!file || found.has(url)) continue;
    found.add(url);
    neededBy(new TextDecoder().decode(file.bytes), loaded, url, found);
  }
  return found;
}

/** Runs in the page: the text of the rules that match something, whatever its state. */
function usedRules(): string {
  const textOf = (rule: CSSRule): string => {
    if (rule instanceof CSSStyleRule) {
      const plain = rule.selectorText.replace(
        /::?(?!not|is|where|has|root)[\w-]+(\([^)]*\))?/g,
        "",
      );
      try {
        return document.querySelector(plain || "*") ? rule.cssText : "";
      } catch {
        return rule.cssText; // a selector that means nothing without its state
      }
    }
    if (!(rule instanceof CSSGroupingRule)) return rule.cssText;
    const inner = [...rule.cssRules].map(textOf).join("");
    const head = rule.cssText.slice(0, rule.cssText.indexOf("{"));
    return inner && `${head}{${inner}}`;
  };
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .map(textOf).join("");
}

const bundles = new Map<string, number>();

async function bundled(libraries: string[]): Promise<number> {
  const contents = libraries.map((name) => `export * from "${name}";`)
    .join("\n");
  const known = bundles.get(contents);
  if (known !== undefined) return known;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: ["chrome109", "firefox115", "safari16.4"],
  });
  const size = gzipped(outputFiles[0]?.contents ?? "");
  bundles.set(contents, size);
  return size;
}

function gzipped(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}
