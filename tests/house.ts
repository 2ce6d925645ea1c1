import { type Browser, type BrowserContext, chromium } from "playwright-core";
import type { House } from "../local/house.ts";
import { findChromium, findHeadlessShell } from "./chromium.ts";

/** Where the running house is, for the tests that need all of it. */
export interface TestHouse {
  appUrl: string;
  supabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  /** Signs tokens that Auth did not give out, for more people than can sign in within a test. */
  jwtSecret: string;
  /** What the gateway knows the app's server by. */
  gatewaySecret: string;
  carriersUrl: string;
  jitsiUrl: string;
  /** The superuser's address. */
  databaseUrl: string;
  /** Its data folder. */
  data: string;
  env: Record<string, string>;
}

/** What tests know of a house. */
export function describeHouse(
  { urls, secrets, env, data }: House,
): TestHouse {
  return {
    appUrl: urls.app,
    supabaseUrl: urls.supabase,
    publishableKey: secrets.SUPABASE_PUBLISHABLE_KEY,
    secretKey: secrets.SUPABASE_SECRET_KEY,
    jwtSecret: secrets.JWT_SECRET,
    gatewaySecret: secrets.SUPABASE_GATEWAY_SECRET,
    carriersUrl: urls.carriers,
    jitsiUrl: urls.jitsi,
    databaseUrl: urls.database,
    data,
    env,
  };
}

let own: TestHouse | undefined;

/** Lets everything in this file use a house of its own, until the returned object's scope ends. */
export function moveInto(started: House): Disposable {
  own = describeHouse(started);
  return { [Symbol.dispose]: () => own = undefined };
}

/** The file's own house, or the one that `tests/main.ts` started. Throws when there is none. */
export function house(): TestHouse {
  if (own !== undefined) return own;
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

/**
 * Chromium with a camera and a microphone that need no permission. Close it: `await using`.
 * `whole`: with what is around the engine, such as notifications.
 */
export async function newBrowser(
  { whole = false } = {},
): Promise<Browser> {
  return await chromium.launch({
    executablePath: whole ? findChromium() : findHeadlessShell(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Few pictures a second are seen as well, and leave the processor to the rest.
      "--use-fake-device-for-media-stream=fps=8",
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
