/** The name of an element's id in every answer: <https://www.w3.org/TR/webdriver2/#elements>. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** How long the driver may take for one command, in milliseconds: longer than any page may take to load. */
const COMMAND_MS = 60_000;

/** How long for a script: one that the next page has cut off may never be answered. In milliseconds. */
const SCRIPT_MS = 10_000;

/** What a driver refuses, by its name in the standard: `stale element reference`. */
export class WebDriverError extends Error {
  constructor(readonly code: string, message: string) {
    super(`${code}: ${message}`);
  }
}

/** A cookie for the page that is open. */
interface WebDriverCookie {
  name: string;
  value: string;
  path: string;
  httpOnly: boolean;
  sameSite: "Lax" | "Strict" | "None";
}

/**
 * What the journeys need of W3C WebDriver, by `fetch`. Each command has a time limit and a connection of its own: a kept
 * one may be closed by the driver while the next command is sent.
 */
export class WebDriver implements AsyncDisposable {
  readonly #client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  readonly #server: string;
  #session = "";

  /** `server`: the driver's address. */
  constructor(server: string) {
    this.#server = server;
  }

  /** Ends the session, and the browser with it. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      if (this.#session !== "") {
        await this.#send("DELETE", "", undefined, 5_000);
      }
    } catch {
      // Browser or driver are gone, or are killed next.
    } finally {
      this.#client.close();
    }
  }

  /** Whether the driver listens and takes a session. */
  async isReady(): Promise<boolean> {
    try {
      const { ready } = await this.#send<{ ready: boolean }>(
        "GET",
        "/status",
        undefined,
        5_000,
      );
      return ready;
    } catch {
      return false;
    }
  }

  /** Starts the browser. */
  async start(
    capabilities: Record<string, unknown>,
    timeoutMs: number,
  ): Promise<void> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await this.#send<{ sessionId: string }>(
      "POST",
      "/session",
      body,
      timeoutMs,
    );
    this.#session = `/session/${sessionId}`;
  }

  async open(url: string): Promise<void> {
    await this.#send("POST", "/url", { url });
  }

  async addCookie(cookie: WebDriverCookie): Promise<void> {
    await this.#send("POST", "/cookie", { cookie });
  }

  /** What a script returns in the page; it is the body of a function. */
  async run<Result>(script: string, ...args: unknown[]): Promise<Result> {
    try {
      const body = { script, args };
      return await this.#send("POST", "/execute/sync", body, SCRIPT_MS);
    } catch (reason) {
      if (!isTimeout(reason)) throw reason;
      throw new WebDriverError("script timeout", "the driver does not answer");
    }
  }

  /** The id of the element that a script returns, or null. */
  async find(script: string, ...args: unknown[]): Promise<string | null> {
    const found = await this.run<Record<string, string> | null>(
      script,
      ...args,
    );
    return found?.[ELEMENT] ?? null;
  }

  async click(element: string): Promise<void> {
    await this.#send("POST", `/element/${element}/click`, {});
  }

  async type(element: string, text: string): Promise<void> {
    await this.#send("POST", `/element/${element}/value`, { text });
  }

  async #send<Value>(
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: unknown,
    timeoutMs = COMMAND_MS,
  ): Promise<Value> {
    // `client` is Deno's own.
    const request: RequestInit & { client: Deno.HttpClient } = {
      method,
      client: this.#client,
      signal: AbortSignal.timeout(timeoutMs),
      body: body === undefined ? null : JSON.stringify(body),
    };
    const url = `${this.#server}${this.#session}${path}`;
    const answer = await fetch(url, request);
    const { value } = await answer.json();
    if (!answer.ok) throw new WebDriverError(value.error, value.message);
    return value;
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
