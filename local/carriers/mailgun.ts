import type { Callbacks } from "./callbacks.ts";
import type { Outage } from "./faults.ts";
import { hasBasic, notHere, readForm } from "./http.ts";
import { readMail } from "./mail.ts";
import { listEvents } from "./mailgun_events.ts";
import { type EventKind, signedEvent } from "./mailgun_webhook.ts";
import type { Store } from "./store.ts";
import type { Message } from "./types.ts";

/** The sending domain, its key, and where events go (none without `webhookUrl`). */
export interface MailgunDomain {
  domain: string;
  key: string;
  webhookUrl?: string;
  signingKey: string;
}

const LIMIT = 25 * 1024 * 1024;
const RETRIES_MS = [1_000, 5_000, 30_000];

/** `<name>[+tag]@fail.example`: what such an address makes go wrong. */
const MAGIC = /^(\w+)(?:\+[^@]*)?@fail\.example$/i;
/** What is told of a message that was accepted for such an address. */
const FATES: Record<string, EventKind[]> = {
  bounce: ["bounce"],
  full: ["full"],
  blocked: ["blocked"],
  nodomain: ["nodomain"],
  suppressed: ["suppressed"],
  complained: ["complained"],
  busy: ["temporary", "bounce"],
};
const MAGIC_ERRORS: Record<string, [number, string]> = {
  "400": [
    400,
    "to parameter is not a valid address. please check documentation",
  ],
  "429": [429, "Too many requests"],
  "500": [500, "Internal Server Error"],
};

/** Mailgun's `POST /v3/{domain}/messages` and `GET /v3/{domain}/events`; everything else is refused with 501. */
export class MailgunApi {
  constructor(
    private account: MailgunDomain,
    private store: Store,
    private outage: Outage,
    private callbacks: Callbacks,
  ) {}

  /** Answers a request below `/v3/`. */
  async fetch(request: Request, path: string): Promise<Response> {
    if (this.outage.mailgun === "down") {
      return answer(503, "Service Unavailable");
    }
    if (this.outage.mailgun === "slow") await this.outage.slow(request);
    if (!hasBasic(request, "api", this.account.key)) {
      return new Response("Forbidden", { status: 401 });
    }
    const [, domain, resource] =
      /^\/v3\/([^/]+)\/(messages|events)$/.exec(path) ?? [];
    const method = resource === "events" ? "GET" : "POST";
    if (!domain || request.method !== method) {
      return notHere(`${request.method} ${path}`);
    }
    if (domain !== this.account.domain) {
      return answer(404, `Domain not found: ${domain}`);
    }
    return resource === "events"
      ? listEvents(this.store, new URL(request.url))
      : await this.#create(request);
  }

  async #create(request: Request): Promise<Response> {
    const { form, source } = await readForm(request, LIMIT);
    const mail = await readMail(form, this.account.domain);
    if (typeof mail === "string") return answer(400, mail);
    const { message, files, testMode } = mail;
    const [magic = ""] = message.to.flatMap((to) =>
      MAGIC.exec(to)?.[1]?.toLowerCase() ?? []
    );
    if (MAGIC_ERRORS[magic]) return answer(...MAGIC_ERRORS[magic]);
    if (magic === "timeout") return this.outage.silence(request);
    this.store.add(message, source, files);
    if (!testMode) this.callbacks.run(() => this.#deliver(message, magic));
    const lost = magic === "lost" || this.outage.mailgun === "lost";
    if (lost) return this.outage.silence(request);
    return Response.json({
      id: message.headers["Message-Id"],
      message: "Queued. Thank you.",
    });
  }

  async #deliver(message: Message, magic: string) {
    const fate = FATES[magic];
    for (const kind of fate?.slice(0, -1) ?? []) {
      await this.#tell(message, kind);
    }
    this.store.setStatus(message.id, fate ? "failed" : "delivered");
    await this.#tell(message, fate?.at(-1) ?? "delivered");
  }

  async #tell(message: Message, kind: EventKind) {
    const { webhookUrl, signingKey } = this.account;
    for (const to of webhookUrl ? message.to : []) {
      const event = () => signedEvent(signingKey, message, to, kind);
      await this.callbacks.post(String(webhookUrl), event, RETRIES_MS);
    }
  }
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
