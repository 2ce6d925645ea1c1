import {
  type Browser,
  launch,
  type Locator,
  type Page,
  Puppeteer,
} from "puppeteer-core";
import { exists, needPrograms } from "./debian.ts";
import { findByLabel, findByRole } from "./finding.ts";
import { house, newAddress } from "./house.ts";
import { startSession, type TestPerson } from "./people.ts";

/** Where Firefox usually is; `FIREFOX` names another one. */
const places = [
  Deno.env.get("FIREFOX"),
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** The path of a Firefox on this machine. Throws when there is none. */
function findFirefox(): string {
  const found = places.find((place) => place !== undefined && exists(place));
  if (found !== undefined) return found;
  throw new Error(
    "No Firefox found. Install Firefox (Debian's firefox-esr), or name one with FIREFOX=/path",
  );
}

/** Installs Debian's Firefox where there is none and we may; throws what `findFirefox` throws otherwise. */
export async function needFirefox(): Promise<void> {
  await needPrograms(findFirefox, "firefox-esr");
}

/** Firefox with a camera and a microphone that need no permission. Close it: `await using`. */
export async function newFirefox(): Promise<Browser> {
  return await launch({
    browser: "firefox",
    executablePath: findFirefox(),
    // Two browsers, Postgres and all services share two cores here.
    timeout: 60_000,
    protocolTimeout: 60_000,
    extraPrefsFirefox: {
      "intl.accept_languages": "fr",
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
    },
  });
}

/** A page in Firefox, and what went wrong on it so far. */
export interface FirefoxPage extends AsyncDisposable {
  page: Page;
  /** Opens a path of the app. */
  open(path: string): Promise<void>;
  /** Errors of scripts, what the content security policy refused, what came with an error's status. */
  faults: string[];
}

/** A visitor of the app with cookies and an address of their own, or somebody who has signed in. */
export async function newFirefoxPage(
  browser: Browser,
  person?: TestPerson,
): Promise<FirefoxPage> {
  const { appUrl } = house();
  const context = await browser.createBrowserContext();
  if (person) {
    const { hostname: domain } = new URL(appUrl);
    await startSession({
      addCookies: (cookies) =>
        context.setCookie(
          ...cookies.map(({ name, value }) => ({
            ...{ name, value, domain, path: "/" },
            ...{ httpOnly: true, sameSite: "Lax" as const },
          })),
        ),
    }, person);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: 1280, height: 800 });
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": newAddress() });
  const faults: string[] = [];
  // Firefox tells what a content security policy refuses as an error of the page.
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    faults.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return {
    page,
    faults,
    async open(path) {
      await page.goto(new URL(path, appUrl).href);
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/**
 * What is shown with this role and this exact name. Not `::-p-aria`: on a page with a calendar each look at Firefox's
 * accessibility tree takes seconds.
 */
export function byRole(
  page: Page,
  role: "button" | "heading" | "link",
  name: string,
): Locator<Element> {
  return page.locator(`::-p-role("${role}: ${name}")`);
}

/** The field that is shown with this in its label. */
export function byLabel(page: Page, label: string): Locator<Element> {
  return page.locator(`::-p-label("${label}")`);
}

/** The innermost element that holds a text. */
export function byText(page: Page, text: string): Locator<Element> {
  return page.locator(`::-p-text(${text})`);
}

// Handed over as they are: they run in the page, where nothing of this file is.
Puppeteer.registerCustomQueryHandler("role", { queryAll: findByRole });
Puppeteer.registerCustomQueryHandler("label", { queryAll: findByLabel });
