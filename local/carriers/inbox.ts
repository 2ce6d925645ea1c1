import { MODES, type Outage } from "./faults.ts";
import { sourceOf } from "./source.ts";
import type { Filter, Store } from "./store.ts";
import type { Message } from "./types.ts";

/** Attachment types a browser may show; any other is downloaded, as it could run scripts. */
const SHOWN =
  /^(image\/(png|jpeg|gif|webp|heic)|application\/pdf|text\/(plain|calendar))\b/;
const PREVIEW_CSP =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
  "style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*";

/** `/api/…`: the messages for the page and for tests, and the outage switch. Undefined elsewhere. */
export function inbox(store: Store, outage: Outage, closing: AbortSignal) {
  return async (request: Request, url: URL): Promise<Response | undefined> => {
    const [, resource, id, view, n] =
      /^\/api\/(\w+)(?:\/(\w+))?(?:\/(\w+))?(?:\/(\d+))?$/.exec(url.pathname) ??
        [];
    const { method } = request;
    if (resource === "outage" && method === "GET") {
      return Response.json({ twilio: outage.twilio, mailgun: outage.mailgun });
    }
    if (resource === "outage" && method === "PUT") {
      return await setOutage(outage, request);
    }
    if (resource === "events" && method === "GET") {
      return events(store, closing);
    }
    if (resource !== "messages") return undefined;
    if (!id && method === "DELETE") {
      return store.clear(), new Response(null, { status: 204 });
    }
    if (method !== "GET") return undefined;
    if (!id) {
      return await list(
        store,
        url.searchParams,
        AbortSignal.any([request.signal, closing]),
      );
    }
    const message = store.get(id);
    if (!message) return undefined;
    return show(store, message, view, Number(n ?? NaN), url);
  };
}

/** The messages that match, newest first; `wait=<seconds>` holds until there is one. */
async function list(
  store: Store,
  query: URLSearchParams,
  gone: AbortSignal,
): Promise<Response> {
  const filter: Filter = Object.fromEntries(query);
  if (filter.since && Number.isNaN(Date.parse(filter.since))) {
    return Response.json({ message: "since is not an ISO 8601 instant" }, {
      status: 400,
    });
  }
  const wait = Math.min(Number(query.get("wait") ?? 0) || 0, 60);
  const found = store.find(filter);
  if (found.length > 0 || wait <= 0) return Response.json(found);
  return Response.json(
    await new Promise<Message[]>((done) => {
      const end =
        () => (clearTimeout(timer), unwatch(), done(store.find(filter)));
      const timer = setTimeout(end, wait * 1000);
      const unwatch = store.watch(() => store.find(filter).length > 0 && end());
      gone.addEventListener("abort", end, { once: true });
    }),
  );
}

/** Server-sent events: every change of the store as it happens. */
function events(store: Store, closing: AbortSignal): Response {
  let stop = () => {};
  const body = new ReadableStream<string>({
    start(stream) {
      const end = () => (stop(), stream.close());
      const unwatch = store.watch((change) =>
        stream.enqueue(`data: ${JSON.stringify(change)}\n\n`)
      );
      stop = () => (unwatch(), closing.removeEventListener("abort", end));
      closing.addEventListener("abort", end);
      stream.enqueue("retry: 1000\n\n");
    },
    cancel: () => stop(),
  }).pipeThrough(new TextEncoderStream());
  const headers = { "content-type": "text/event-stream" };
  return new Response(body, { headers });
}

function show(
  store: Store,
  message: Message,
  view: string | undefined,
  n: number,
  url: URL,
): Response | undefined {
  const read = (index: number) =>
    Deno.readFileSync(store.attachmentPath(message.id, index));
  if (!view) return Response.json(message);
  if (view === "source") {
    return new Response(sourceOf(message, read), {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  if (view === "html" && message.html !== null) {
    return preview(message, message.html);
  }
  const attachment = message.attachments[n];
  if (view !== "attachments" || !attachment) return undefined;
  const inline = SHOWN.test(attachment.type) &&
    !url.searchParams.has("download");
  return new Response(read(n), {
    headers: {
      "content-type": attachment.type || "application/octet-stream",
      "content-disposition": `${
        inline ? "inline" : "attachment"
      }; filename*=utf-8''${encodeURIComponent(attachment.name)}`,
    },
  });
}

/** The HTML as received, links opening in a new tab, `cid:` images from the attachments. */
function preview(message: Message, html: string): Response {
  const shown = html.replace(/cid:([^"')\s]+)/g, (cid, name) => {
    const n = message.attachments.findIndex((one) =>
      one.name === decodeURIComponent(name)
    );
    return n < 0 ? cid : `/api/messages/${message.id}/attachments/${n}`;
  });
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": PREVIEW_CSP,
  };
  return new Response(`<base target="_blank">${shown}`, { headers });
}

async function setOutage(outage: Outage, request: Request): Promise<Response> {
  const wanted: unknown = await request.json().catch(() => null);
  for (const [name, mode] of Object.entries(wanted ?? { "": "" })) {
    const known = MODES.find((one) => one === mode);
    if (!known || name !== "twilio" && name !== "mailgun") {
      return Response.json({
        message: `Expected {"twilio"|"mailgun": ${MODES.join("|")}}`,
      }, { status: 400 });
    }
    outage[name] = known;
  }
  return Response.json({ twilio: outage.twilio, mailgun: outage.mailgun });
}
