import type { Callbacks } from "./callbacks.ts";
import type { Outage } from "./faults.ts";
import { hasBasic, notHere, readForm } from "./http.ts";
import type { Store } from "./store.ts";
import { listMessages } from "./twilio_list.ts";
import { newSms, resource, statusCallback } from "./twilio_message.ts";
import { behaviourOf } from "./twilio_rules.ts";
import type { Message } from "./types.ts";

/** Credentials of the account; `from` is its only sender when given. */
export interface TwilioAccount {
  sid: string;
  token: string;
  from?: string;
}

const KNOWN = ["To", "From", "Body", "StatusCallback"];
const PATH = /^\/2010-04-01\/Accounts\/([^/]+)\/Messages(?:\/(\w+))?\.json$/;

/** Twilio's Messages resource: create, fetch and list; everything else is refused with 501. */
export class Twilio {
  constructor(
    private account: TwilioAccount,
    private store: Store,
    private outage: Outage,
    private callbacks: Callbacks,
  ) {}

  /** Answers a request below `/2010-04-01/`. */
  async fetch(request: Request, path: string): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const { sid, token } = this.account;
    if (this.outage.twilio === "down") return brokenPage(503);
    if (this.outage.twilio === "slow") await this.outage.slow(request);
    const [, owner = sid, id] = PATH.exec(path) ?? [];
    if (!hasBasic(request, sid, token) || owner !== sid) {
      return fail(401, 20003, "Authenticate");
    }
    if (!PATH.test(path)) return notHere(`${request.method} ${path}`);
    if (!id && request.method === "POST") return await this.#create(request);
    if (request.method !== "GET") return notHere(`${request.method} ${path}`);
    if (!id) return listMessages(this.store, searchParams, sid);
    const message = this.store.get(id);
    if (message?.channel !== "sms") {
      return fail(404, 20404, `The requested resource ${path} was not found`);
    }
    return Response.json(resource(message, sid));
  }

  async #create(request: Request): Promise<Response> {
    const { form, source } = await readForm(request, 64 * 1024);
    const unknown = [...form.keys()].find((key) => !KNOWN.includes(key));
    if (unknown) return notHere(`parameter ${unknown}`);
    const sent = Object.fromEntries(
      [...form].map(([key, value]) => [key, String(value).trim()]),
    );
    const behaviour = behaviourOf(sent, this.account.from);
    if (typeof behaviour === "object" && "code" in behaviour) {
      return fail(behaviour.status, behaviour.code, behaviour.message);
    }
    if (behaviour === "html") return brokenPage(500);
    if (behaviour === "timeout") return this.outage.silence(request);
    const message = newSms(sent);
    this.store.add(message, source);
    this.callbacks.run(() =>
      this.#deliver(
        message,
        sent.StatusCallback,
        typeof behaviour === "object" ? behaviour.undelivered : null,
      )
    );
    const lost = behaviour === "lost" || this.outage.twilio === "lost";
    if (lost) return this.outage.silence(request);
    return Response.json(resource(message, this.account.sid), { status: 201 });
  }

  /** queued, sent, and then delivered or not, each told to the callback before the next. */
  async #deliver(
    message: Message,
    callback: string | undefined,
    undelivered: number | null,
  ) {
    for (
      const status of [
        "queued",
        "sent",
        undelivered === null ? "delivered" : "undelivered",
      ]
    ) {
      const errorCode = status === "undelivered" ? undelivered : null;
      this.store.setStatus(message.id, status, errorCode);
      if (!callback) continue;
      const told = { ...message, status, errorCode };
      const request = statusCallback(told, this.account, callback);
      await this.callbacks.post(callback, () => request);
    }
  }
}

function fail(status: number, code: number, message: string): Response {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return Response.json({ code, message, more_info, status }, { status });
}

function brokenPage(status: number): Response {
  const html =
    `<!doctype html><title>${status}</title><h1>An internal server error has occurred</h1>`;
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
