import { exists, needPrograms } from "./debian.ts";
import { findByLabel, findByRole } from "./finding.ts";
import { house } from "./house.ts";
import { startSession, type TestPerson } from "./people.ts";
import { ProcessGroup } from "./process_group.ts";
import { WebDriver, WebDriverError } from "./webdriver.ts";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";

/** How long something may take to be shown, the page's loading included, in milliseconds: two cores are shared by all. */
const TIMEOUT_MS = 60_000;

/** How long screen, driver and browser may each take to start, in milliseconds. */
const START_MS = 30_000;

/** WebKit's own small browser, in Debian's folder of this processor. Throws when something is missing. */
function findMiniBrowser(): string {
  const found = ["x86_64", "aarch64"]
    .map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find(exists);
  if (found !== undefined && exists(DRIVER) && exists(SCREEN)) return found;
  throw new Error("No WebKit found (Debian's webkit2gtk-driver and xvfb)");
}

/** Whether there is a WebKit that can be driven. Safari cannot: it wants a person's permission. */
export function hasWebKit(): boolean {
  try {
    findMiniBrowser();
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's WebKit where there is none and we may; says so where there is none to be had. */
export async function offerWebKit(): Promise<void> {
  try {
    // What they recommend is for video above all: 130 packages more.
    await needPrograms(
      findMiniBrowser,
      "--no-install-recommends",
      "webkit2gtk-driver",
      "xvfb",
    );
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : reason;
    console.log(`${why}: the journeys in WebKit are left out`);
  }
}

/** A page in WebKit with cookies of its own, of a visitor or of somebody who has signed in. Close it: `await using`. */
export async function newWebKitPage(person?: TestPerson): Promise<WebKitPage> {
  const page = await startPage().catch(() => startPage());
  try {
    if (person) await page.signIn(person);
    return page;
  } catch (reason) {
    await page[Symbol.asyncDispose]();
    throw reason;
  }
}

/** Screen, driver and browser of one page. */
async function startPage(): Promise<WebKitPage> {
  await using starting = new AsyncDisposableStack();
  const screen = starting.use(
    new ProcessGroup(SCREEN, [
      ...["-displayfd", "2", "-noreset", "-nolisten", "tcp"],
      ...["-screen", "0", "1280x900x24"],
    ]),
  );
  // The number and the end of its line come apart; a screen whose reader has gone in between ends, and without a screen
  // the browser ends and the driver never answers.
  const display = await screen.until(
    () => /^\d+(?=\n)/m.exec(screen.errors)?.[0],
    START_MS,
  );
  // A profile of its own: what a killed browser left in a shared one would hold up the next.
  const profile = await Deno.makeTempDir({ prefix: "webkit-" });
  starting.defer(() => Deno.remove(profile, { recursive: true }));
  const port = freePort();
  const processes = starting.use(
    new ProcessGroup(DRIVER, [`--port=${port}`], {
      DISPLAY: `:${display}`,
      GDK_BACKEND: "x11",
      XDG_DATA_HOME: profile,
      XDG_CACHE_HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_RUNTIME_DIR: profile,
    }),
  );
  const driver = starting.use(new WebDriver(`http://127.0.0.1:${port}`));
  await processes.until(() => driver.isReady(), START_MS);
  await driver.start({
    "webkitgtk:browserOptions": {
      binary: findMiniBrowser(),
      args: ["--automation"],
    },
    timeouts: { pageLoad: 50_000, script: 5_000, implicit: 0 },
  }, START_MS);
  return new WebKitPage(driver, starting.move());
}

/** What people do on a page, and what they see. */
export class WebKitPage implements AsyncDisposable {
  constructor(
    readonly driver: WebDriver,
    readonly ending: AsyncDisposableStack,
  ) {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ending.disposeAsync();
  }

  /** Opens a path of the app. */
  async open(path: string): Promise<void> {
    await this.driver.open(new URL(path, house().appUrl).href);
  }

  /** Gives the browser the session of somebody. */
  async signIn(person: TestPerson): Promise<void> {
    // Cookies are set for the page that is open.
    await this.open("/fr/help");
    await startSession({
      addCookies: async (cookies) => {
        for (const { name, value } of cookies) {
          await this.driver.addCookie({
            ...{ name, value, path: "/" },
            ...{ httpOnly: true, sameSite: "Lax" },
          });
        }
      },
    }, person);
  }

  /** Waits until something is shown with this role and this exact name. */
  async sees(
    role: "button" | "heading" | "link",
    name: string,
  ): Promise<void> {
    await this.#found(findByRole, `${role}: ${name}`);
  }

  /** Waits until nothing is shown with this role and this exact name. */
  async seesNo(role: "button" | "link", name: string): Promise<void> {
    const wanted = `${role}: ${name}`;
    const find = `return (${findByRole})(document, arguments[0]).length === 0`;
    await this.#until(
      `“${wanted}” is still shown`,
      () => this.driver.run<boolean>(find, wanted),
    );
  }

  /** Waits until the page shows a text. */
  async reads(text: string): Promise<void> {
    await this.#until(`“${text}” is not shown`, () => this.shows(text));
  }

  /** Whether the page shows a text now. */
  async shows(text: string): Promise<boolean> {
    return await this.driver.run(
      "return document.body.innerText.includes(arguments[0])",
      text,
    );
  }

  /** Presses what has this role and this exact name. */
  async press(role: "button" | "link", name: string): Promise<void> {
    await this.#found(
      findByRole,
      `${role}: ${name}`,
      (element) => this.driver.click(element),
    );
  }

  /** Gives a button the focus and strikes a key on it. */
  async strike(key: "Enter" | "Escape", name: string): Promise<void> {
    const code = { Enter: "\uE007", Escape: "\uE00C" }[key];
    await this.#found(
      findByRole,
      `button: ${name}`,
      (button) => this.driver.type(button, code),
    );
  }

  /** Ticks the box with this in its label. */
  async tick(label: string): Promise<void> {
    await this.#found(findByLabel, label, (box) => this.driver.click(box));
  }

  /** Types into the field with this in its label, key by key. */
  async type(label: string, text: string): Promise<void> {
    await this.#found(
      findByLabel,
      label,
      (field) => this.driver.type(field, text),
    );
  }

  /** Chooses a file of this machine where several can be attached. */
  async attach(path: string): Promise<void> {
    await this.#found(
      (root, selector) => [...(root as Document).querySelectorAll(selector)],
      "input[type=file][multiple]",
      (field) => this.driver.type(field, path),
    );
  }

  /** Waits until something is found, and does something with it. */
  async #found(
    find: (root: Node, wanted: string) => Element[],
    wanted: string,
    act?: (element: string) => Promise<void>,
  ): Promise<void> {
    // What an island has not made work yet is disabled.
    const ready = act ? ".filter((one) => !one.matches(':disabled'))" : "";
    const script = `return (${find})(document, arguments[0])${ready}[0]`;
    await this.#until(`“${wanted}” is not shown`, async () => {
      const element = await this.driver.find(script, wanted);
      if (element !== null) await act?.(element);
      return element !== null;
    });
  }

  /** Asks again and again until it is so. */
  async #until(
    missing: string,
    ask: () => Promise<boolean>,
  ): Promise<void> {
    const end = Date.now() + TIMEOUT_MS;
    let refused: unknown;
    while (Date.now() < end) {
      try {
        if (await ask()) return;
      } catch (reason) {
        if (!isTooEarly(reason)) throw reason;
        refused = reason;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(missing, { cause: refused });
  }
}

/** Whether it was refused because the next page is coming, or this one still scrolls: nothing was done yet. */
function isTooEarly(reason: unknown): boolean {
  return reason instanceof WebDriverError && [
    "element click intercepted",
    "element not interactable",
    "javascript error",
    "no such element",
    "script timeout",
    "stale element reference",
  ].includes(reason.code);
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
