import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";

/** How often the event loop is asked whether it is late, in milliseconds. */
const TICK_MS = 50;

/** So late, and a page takes visibly longer for everybody. */
const MAX_LAG_MS = 100;

/** With so many pages being computed, the anonymous wait for a better moment. */
const MAX_IN_FLIGHT = 200;

/** With fewer than this, it is not our pages that make the event loop late, but another program on the machine. */
const CROWD = 20;

/** When whoever was refused may come again. */
const RETRY_AFTER_SECONDS = 5;

/** How busy this process is: what decides whether an anonymous visitor's page is computed now. */
export class Load {
  #lag = 0;
  #inFlight = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Measures from now on; without it only the number of pages counts. Does not keep the process running. */
  watch(): void {
    if (this.#timer !== undefined) return;
    let expected = performance.now() + TICK_MS;
    const timer = setInterval(() => {
      this.#lag = performance.now() - expected;
      expected = performance.now() + TICK_MS;
    }, TICK_MS);
    Deno.unrefTimer(timer);
    this.#timer = timer;
  }

  /** Ends measuring. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#lag = 0;
  }

  /** Whether the anonymous have to come again, so that waiting rooms and calls notice nothing. */
  get isOver(): boolean {
    return this.#inFlight >= MAX_IN_FLIGHT ||
      this.#inFlight >= CROWD && this.#lag > MAX_LAG_MS;
  }

  /** Counts a page while it is computed. */
  async count<T>(work: () => Promise<T>): Promise<T> {
    this.#inFlight++;
    try {
      return await work();
    } finally {
      this.#inFlight--;
    }
  }
}

/** The load of this process. */
export const load = new Load();

/**
 * Whether a request may be refused while the process is overloaded, once it is known to be nobody's: the reading of a
 * page. Forms, islands, webhooks and health checks are answered always.
 */
export function isSheddable(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  return !/^\/(api\/|health$)/.test(new URL(request.url).pathname);
}

/** "Many people are here right now": 503 with Retry-After, without anything that has to be computed. */
export function busyResponse(language: Language): Response {
  const { busyTitle, busyText } = texts(language).failure;
  return new Response(
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
      '<meta name="viewport" content="width=device-width">' +
      `<title>${busyTitle}</title><h1>${busyTitle}</h1><p>${busyText}</p></html>`,
    {
      status: 503,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Retry-After": String(RETRY_AFTER_SECONDS),
        "Cache-Control": "no-store",
      },
    },
  );
}
