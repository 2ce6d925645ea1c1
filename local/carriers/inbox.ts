import { MODES, type Outage } from "./faults.ts";
import type { Filter, Store } from "./store.ts";
import type { Message } from "./types.ts";

/** Attachment types a browser may show; any other is downloaded, as it could run scripts. */
const SHOWN =
  /^(image\/(png|jpeg|gif|webp|heic)|application\/pdf|text\/(plain|calendar))\b/;
const PREVIEW_CSP =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
  "style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*";
const LONGEST_WAIT_SECONDS = 60;

/** `/api/…`: the messages for the page and for tests, and the outage switch. */
export class Inbox {
  constructor(
    private store: Store,
    private outage: Outage,
    private closing: AbortSignal,
  ) {}

  /** Answers a request; undefined for a path that is not its own. */
  async fetch(
    request: Request,
    { pathname, searchParams }: URL,
  ): Promise<Response | undefined> {
    const [, id = "", view, n] =
      /^\/api\/messages\/(\w+)(?:\/(\w+)(?:\/(\d+))?)?$/.exec(pathname) ?? [];
    const message = this.store.get(id);
    switch (`${request.method} ${id ? "one" : pathname}`) {
      case "GET /api/messages":
        return await this.#list(searchParams, request.signal);
      case "DELETE /api/messages":
        this.store.clear();
        return new Response(null, { status: 204 });
      case "GET one":
        return message &&
          this.#show(message, view, Number(n), searchParams.has("download"));
      case "GET /api/events":
        return this.#events();
      case "PUT /api/outage":
        return setOutage(this.outage, await request.json().catch(() => null));
      case "GET /api/outage":
        return showOutage(this.outage);
      default:
        return undefined;
    }
  }

  /** The messages that match, newest first; `wait=<seconds>` holds until there is one. */
  async #list(query: URLSearchParams, left: AbortSignal): Promise<Response> {
    const filter: Filter = Object.fromEntries(query);
    if (filter.since && Number.isNaN(Date.parse(filter.since))) {
      return Response.json({ message: "since is not an ISO 8601 instant" }, {
        status: 400,
      });
    }
    const wait = Math.min(Number(query.get("wait")) || 0, LONGEST_WAIT_SECONDS);
    if (wait > 0) {
      await this.#until(() => this.store.find(filter).length > 0, wait, left);
    }
    return Response.json(this.store.find(filter));
  }

  /** Waits for a change after which this is true, so many seconds at most. */
  #until(
    isTrue: () => boolean,
    seconds: number,
    left: AbortSignal,
  ): Promise<void> {
    const gone = AbortSignal.any([left, this.closing]);
    return new Promise((done) => {
      const end = () => (clearTimeout(timer), unwatch(), done());
      const timer = setTimeout(end, seconds * 1000);
      const unwatch = this.store.watch(() => isTrue() && end());
      gone.addEventListener("abort", end, { once: true });
      if (isTrue()) end();
    });
  }

  /** Server-sent events: every change of the store as it happens. */
  #events(): Response {
    let stop = () => {};
    const body = new ReadableStream<string>({
      start: (stream) => {
        const unwatch = this.store.watch((change) =>
          stream.enqueue(`data: ${JSON.stringify(change)}\n\n`)
        );
        const end = () => (stop(), stream.close());
        stop =
          () => (unwatch(), this.closing.removeEventListener("abort", end));
        this.closing.addEventListener("abort", end);
        stream.enqueue("retry: 1000\n\n");
      },
      cancel: () => stop(),
    });
    const headers = { "content-type": "text/event-stream" };
    return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
  }

  #show(
    message: Message,
    view: string | undefined,
    n: number,
    download: boolean,
  ): Response | undefined {
    const read = (n: number | "source") =>
      Deno.readFileSync(this.store.path(message.id, n));
    if (view === undefined) return Response.json(message);
    if (view === "source") {
      return as("text/plain; charset=utf-8", read("source"));
    }
    if (view === "html" && message.html !== null) {
      return preview(message, message.html);
    }
    const attachment = message.attachments[n];
    if (view !== "attachments" || !attachment) return undefined;
    const { name, type } = attachment;
    const response = as(type || "application/octet-stream", read(n));
    const how = SHOWN.test(type) && !download ? "inline" : "attachment";
    response.headers.set(
      "content-disposition",
      `${how}; filename*=utf-8''${encodeURIComponent(name)}`,
    );
    return response;
  }
}

/** The HTML as received, links opening in a new tab, `cid:` images from the attachments. */
function preview({ id, attachments }: Message, html: string): Response {
  let shown = html;
  attachments.forEach(({ name }, n) => {
    shown = shown.replaceAll(
      `cid:${name}`,
      `/api/messages/${id}/attachments/${n}`,
    );
  });
  // At the end, where it disturbs neither the doctype nor the head.
  const response = as(
    "text/html; charset=utf-8",
    `${shown}<base target="_blank">`,
  );
  response.headers.set("content-security-policy", PREVIEW_CSP);
  return response;
}

function as(type: string, body: BodyInit): Response {
  return new Response(body, { headers: { "content-type": type } });
}

function setOutage(outage: Outage, wanted: unknown): Response {
  const carriers = ["twilio", "mailgun"] as const;
  if (typeof wanted !== "object" || wanted === null) return wrongOutage();
  for (const [name, mode] of Object.entries(wanted)) {
    const carrier = carriers.find((one) => one === name);
    const known = MODES.find((one) => one === mode);
    if (!carrier || !known) return wrongOutage();
    outage[carrier] = known;
  }
  return showOutage(outage);
}

function wrongOutage(): Response {
  const message = `Expected {"twilio"|"mailgun": "${MODES.join('"|"')}"}`;
  return Response.json({ message }, { status: 400 });
}

function showOutage({ twilio, mailgun }: Outage): Response {
  return Response.json({ twilio, mailgun });
}
