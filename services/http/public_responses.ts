import { getLogger } from "@logtape/logtape";
import type { Context, Middleware } from "fresh";
import { LRUCache } from "lru-cache";
import { isLanguage } from "@/i18n/mod.ts";
import { LANGUAGE_COOKIE } from "./language.ts";
import { busyResponse, isSheddable, type Load } from "./overload.ts";

const log = getLogger(["econsult", "request"]);

/** How long a public page is used again, in milliseconds. */
const SHARED_MS = 500;

/** All kept pages together, in characters. */
const MAX_SIZE = 20_000_000;

/** Pages that are the same for everybody who has no session: home, doctors, help and the legal texts. */
const PUBLIC_PAGE =
  /^\/[a-z]{2}(\/(doctors\/[^/]+|help|privacy|accessibility|terms))?$/;

interface StoredPage {
  status: number;
  headers: [string, string][];
  body: string;
  /** The nonce of its scripts and styles; each visitor gets another. */
  nonce: string | undefined;
}

class Overloaded extends Error {
  override name = "Overloaded";
}

/**
 * Keeps the crowd away from what people in a waiting room and in a call need. A public page is computed once for all who
 * ask within half a second (with what it is made from, a second: *free now* is seen as soon); what has to be computed for a visitor without cookies is refused while this process is
 * overloaded, with 503 and Retry-After. Whoever has a cookie is let through: the session is read first (routes/_middleware).
 */
export function publicResponses<State>(load: Load): Middleware<State> {
  const pages = new LRUCache<string, StoredPage, { ctx: Context<State> }>({
    max: 500,
    maxSize: MAX_SIZE,
    sizeCalculation: ({ body }) => body.length + 1,
    ttl: SHARED_MS,
    ttlResolution: 0,
    // Without the signal of the one who came first: when they leave, the others still wait.
    fetchMethod: async (_key, _stale, { context: { ctx } }) => {
      if (load.isOver) throw new Overloaded();
      return await load.count(async () => await store(await ctx.next()));
    },
  });
  return async (ctx) => {
    const { req, url } = ctx;
    const language = languageCookieOnly(req);
    if (!isSheddable(req)) return await ctx.next();
    if (language === undefined) return await load.count(() => ctx.next());
    if (req.method !== "GET" || !isPublicPage(url)) {
      if (load.isOver) return busy(ctx.req, url);
      return await load.count(() => ctx.next());
    }
    const key = `${language} ${url.pathname}${url.search}`;
    const began = performance.now();
    const computed = !pages.has(key);
    try {
      const page = await pages.fetch(key, { context: { ctx } });
      if (page === undefined) return await ctx.next();
      // Failures are shared by those who waited for them, and asked for anew by the next.
      if (page.status !== 200) pages.delete(key);
      const response = restore(page);
      // Whoever made the page wrote its line.
      if (!computed) logShared(response, began);
      return response;
    } catch (error) {
      if (error instanceof Overloaded) return busy(req, url);
      throw error;
    }
  };
}

function isPublicPage(url: URL): boolean {
  return PUBLIC_PAGE.test(url.pathname) && !url.searchParams.has("token");
}

/** The language cookie of a visitor who has no other ("" without one); undefined for everybody else. */
function languageCookieOnly(request: Request): string | undefined {
  const header = request.headers.get("Cookie");
  if (header === null) return "";
  const [name, value, ...more] = header.split("=");
  if (name !== LANGUAGE_COOKIE || more.length > 0) return undefined;
  return isLanguage(value) ? value : undefined;
}

function busy(request: Request, url: URL): Response {
  const first = url.pathname.split("/")[1];
  log.info("{method} {route} {status}", {
    method: request.method,
    route: "overloaded",
    status: 503,
  });
  return busyResponse(isLanguage(first) ? first : "fr");
}

async function store(response: Response): Promise<StoredPage> {
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  return {
    status: response.status,
    headers: [...response.headers],
    body: await response.text(),
    nonce: /'nonce-([^']+)'/.exec(policy)?.[1],
  };
}

function restore({ status, headers, body, nonce }: StoredPage): Response {
  const own = crypto.getRandomValues(new Uint8Array(16)).toBase64();
  const withOwn = (text: string) =>
    nonce === undefined ? text : text.replaceAll(nonce, own);
  // With the text, not after it: a text without a type is given that of plain text, and would have two.
  const response = new Response(withOwn(body), {
    status,
    headers: headers.map(([name, value]): [string, string] => [
      name,
      withOwn(value),
    ]),
  });
  // A failure's number stands on its page, too.
  if (status === 200) {
    response.headers.set("X-Request-Id", crypto.randomUUID());
  }
  return response;
}

function logShared(response: Response, began: number): void {
  log.info("{method} {route} {status}", {
    requestId: response.headers.get("X-Request-Id"),
    method: "GET",
    route: "shared",
    status: response.status,
    milliseconds: Math.round(performance.now() - began),
  });
}
