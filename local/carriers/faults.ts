import { delay } from "@std/async";
import { Refusal } from "./http.ts";

/** How a carrier behaves: `lost` accepts a message and never answers. */
export const MODES = ["up", "down", "slow", "lost"] as const;
export type Mode = typeof MODES[number];

const SLOW_MS = 30_000;
const NEVER_MS = 300_000;

/** The outage switch, set by `PUT /api/outage` until it is set again or the program ends. */
export class Outage {
  twilio: Mode = "up";
  mailgun: Mode = "up";
  #closing = new AbortController();

  /** Keeps a request 30 s before it is looked at; it ends when the client goes away meanwhile. */
  async slow(request: Request): Promise<void> {
    await this.#hold(request, SLOW_MS);
  }

  /** Never answers: 504 after five minutes, for a client without a time limit of its own. */
  async silence(request: Request): Promise<Response> {
    await this.#hold(request, NEVER_MS);
    return new Response(null, { status: 504 });
  }

  /** Lets go of every request that is held. */
  close(): void {
    this.#closing.abort();
  }

  async #hold(request: Request, ms: number): Promise<void> {
    const signal = AbortSignal.any([request.signal, this.#closing.signal]);
    await delay(ms, { signal }).catch(() => {
      throw new Refusal(new Response(null, { status: 499 }));
    });
  }
}
