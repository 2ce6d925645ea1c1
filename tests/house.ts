import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Where the running house is, for the tests that need all of it. */
export interface TestHouse {
  appUrl: string;
  supabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  carriersUrl: string;
  jitsiUrl: string;
  /** The superuser's address. */
  databaseUrl: string;
  env: Record<string, string>;
}

/** The house that `tests/main.ts` started. Throws when there is none. */
export function house(): TestHouse {
  const text = Deno.env.get("ECONSULT_HOUSE");
  if (!text) {
    throw new Error("This test needs a running house: deno task test <file>");
  }
  return JSON.parse(text);
}

let addresses = 0;

/** An address that no other test uses: rate limits of one test must not stop another. */
export function newAddress(): string {
  const run = crypto.getRandomValues(new Uint8Array(2));
  return `10.${run[0]}.${run[1]}.${1 + addresses++ % 250}`;
}

/** Chromium with a camera and a microphone that need no permission. Close it: `await using`. */
export async function newBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
}

/** A visitor of the app, with cookies and an address of his own. */
export async function newVisitor(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: house().appUrl,
    locale: "fr",
    viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { "X-Forwarded-For": newAddress() },
    ...options,
  });
  // Two browsers, Postgres and all services share two cores here.
  context.setDefaultTimeout(20_000);
  return context;
}
