import { Callbacks } from "./callbacks.ts";
import { Outage } from "./faults.ts";
import { Refusal } from "./http.ts";
import { Inbox } from "./inbox.ts";
import { MailgunApi, type MailgunDomain } from "./mailgun.ts";
import { Store } from "./store.ts";
import { Twilio, type TwilioAccount } from "./twilio.ts";

/** What the stand-in needs; `data` is a folder of its own, `port` 0 takes a free one. */
export interface CarriersOptions {
  port: number;
  hostname: string;
  data: string;
  twilio: TwilioAccount;
  mailgun: MailgunDomain;
}

const PAGE: Record<string, string> = {
  "/": "index.html",
  "/inbox.css": "inbox.css",
  "/inbox.js": "inbox.js",
};
const TYPES: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
};
const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'";

/** Starts the carriers; `close` ends every request, callback and file. */
export async function serveCarriers(
  options: CarriersOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const store = await Store.open(options.data);
  const outage = new Outage();
  const callbacks = new Callbacks();
  const closing = new AbortController();
  const api = new Inbox(store, outage, closing.signal);
  const sms = new Twilio(options.twilio, store, outage, callbacks);
  const mail = new MailgunApi(options.mailgun, store, outage, callbacks);

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (options.hostname === "127.0.0.1" && !isLoopback(url.hostname)) {
      return text(403, "This host is not served");
    }
    if (url.pathname.startsWith("/2010-04-01/")) {
      return await sms.fetch(request, url.pathname);
    }
    if (/^\/v\d\//.test(url.pathname)) {
      return await mail.fetch(request, url.pathname);
    }
    return await api.fetch(request, url) ?? await page(request, url.pathname);
  };
  const handler = async (request: Request) => {
    try {
      const response = await answer(request);
      response.headers.set("x-content-type-options", "nosniff");
      return response;
    } catch (error) {
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  };
  const server = Deno.serve({
    port: options.port,
    hostname: options.hostname,
    onListen() {},
  }, handler);
  return {
    port: server.addr.port,
    async close() {
      closing.abort();
      outage.close();
      await callbacks.close();
      await server.shutdown();
      store.close();
    },
  };
}

async function page(request: Request, path: string): Promise<Response> {
  const file = PAGE[path];
  if (!file || request.method !== "GET") {
    return text(404, `Not found: ${request.method} ${path}`);
  }
  const body = await Deno.readFile(new URL(`./page/${file}`, import.meta.url));
  const type = `${TYPES[file.slice(file.lastIndexOf(".") + 1)]}; charset=utf-8`;
  return new Response(body, {
    headers: { "content-type": type, "content-security-policy": PAGE_CSP },
  });
}

/** Keeps pages of other sites from reading the inbox through a name that points here. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" ||
    hostname === "[::1]";
}

function text(status: number, message: string): Response {
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
