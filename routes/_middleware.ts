import { getLogger } from "@logtape/logtape";
import { type Context, csrf, HttpError } from "fresh";
import { define, type State } from "@/define.ts";
import { withoutGlue } from "@/domain/incoming_paths.ts";
import { isApiPath, paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { readCookies } from "@/services/http/cookies.ts";
import { isLanguage, type Language, negotiate } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { mayTry } from "@/services/auth/limits.ts";
import { clientIp } from "@/services/http/client_ip.ts";
import { saveDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import { OUTCOME } from "@/services/http/form_outcome.ts";
import { SignInNeeded } from "@/services/http/guard.ts";
import { busyResponse, isSheddable, load } from "@/services/http/overload.ts";
import { LANGUAGE_COOKIE, readLanguage } from "@/services/http/language.ts";
import { Problem } from "@/services/http/problem.ts";
import { isRefusal, withRefusal } from "@/services/http/refusal.ts";
import {
  dropSession,
  formerOwner,
  hasSession,
  isSessionOpen,
  openAuth,
  type Person,
  readEndingChange,
  readPerson,
  readUnread,
} from "@/services/auth/session.ts";
import { failureElement } from "./_error.tsx";

const log = getLogger(["econsult", "request"]);

/** Number, language and session of every request, and its line in the log. */
const describe = define.middleware(async (ctx) => {
  const began = performance.now();
  const { state, req, url } = ctx;
  const responseHeaders = state.responseHeaders = new Headers();
  state.requestId = crypto.randomUUID();
  state.clientIp = clientIp(req, ctx.info, ctx.config.trustProxy ?? false);
  state.language = languageOf(url, req);
  state.texts = texts(state.language);
  state.auth = openAuth(req, state.clientIp, responseHeaders);
  state.person = null;
  state.unread = 0;
  let response: Response;
  try {
    // No page is named with a NUL, and Postgres cannot look for one.
    if (/%00/.test(url.href)) throw new HttpError(404);
    const meant = req.method === "GET" ? withoutGlue(url) : null;
    if (hasSession(req)) {
      state.person = await readPerson(state.auth, state.language);
    }
    // A cookie that is nobody's session does not buy a place before those who have one.
    response = meant !== null
      ? ctx.redirect(meant, 308)
      : load.isOver && state.person === null && isSheddable(req)
      ? busyResponse(state.language)
      : await answerWithin(ctx, state.person);
  } catch (cause) {
    const error = asPageError(cause, state.form);
    response = isFormRefused(ctx, cause)
      ? ctx.redirect(
        withRefusal(state.formPath ?? url.pathname + url.search, cause.key),
        303,
      )
      : error instanceof SignInNeeded
      ? await leadToSignIn(ctx, error).catch((cause) =>
        showFailure(ctx, asPageError(cause))
      )
      : await showFailure(ctx, error);
  }
  for (const cookie of responseHeaders.getSetCookie()) {
    response.headers.append("Set-Cookie", cookie);
  }
  response.headers.set("X-Request-Id", state.requestId);
  // A page with somebody's data is nobody else's, and not the browser's after signing out.
  if (hasTraces(req) || responseHeaders.has("Set-Cookie")) {
    response.headers.set("Cache-Control", "no-store");
  }
  // The route's pattern, not the path: ids and tokens stay out of the log.
  log.info("{method} {route} {status}", {
    requestId: state.requestId,
    method: req.method,
    route: ctx.route ?? "-",
    status: response.status,
    milliseconds: Math.round(performance.now() - began),
  });
  return response;
});

/**
 * The answer of the route, unless the person's session has been ended elsewhere: then nobody is signed in, whatever the
 * access token says. A page waits for it, because its header shows what is unread, and what changes something; data for
 * an island is asked for at the same time, since its rules hold in the database.
 */
async function answerWithin(
  ctx: Context<State>,
  person: Person | null,
): Promise<Response> {
  const { pathname } = ctx.url;
  if (person === null || pathname === paths.signOut(ctx.state.language)) {
    return await ctx.next();
  }
  const isApi = isApiPath(pathname);
  if (ctx.req.method !== "GET") {
    if (await isSessionOpen(person)) return await ctx.next();
    // What was typed is kept for after the sign-in; not a file, which makes a form longer than those that are.
    if (!isApi) {
      ctx.state.form = await readForm(ctx.req).catch((error) => {
        if (error instanceof HttpError && error.status === 413) {
          return undefined;
        }
        throw error;
      });
    }
    return signedOut(ctx);
  }
  if (!isApi) {
    // A page that needs no database is shown without it.
    const unread = await readUnread(person).catch(() => 0);
    if (unread === null) return signedOut(ctx);
    ctx.state.unread = unread;
    return await ctx.next();
  }
  const [answer, open] = await Promise.allSettled([
    ctx.next(),
    isSessionOpen(person),
  ]);
  const unknown = open.status === "rejected";
  if (answer.status === "fulfilled" && (unknown || isOver(open))) {
    await answer.value.body?.cancel();
  }
  if (unknown) return Response.json({ key: "unavailable" }, { status: 503 });
  if (isOver(open)) return signedOut(ctx);
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
}

function isOver(open: PromiseSettledResult<boolean>): boolean {
  return open.status === "fulfilled" && !open.value;
}

function signedOut(ctx: Context<State>): Response {
  if (!isApiPath(ctx.url.pathname)) {
    throw new SignInNeeded(ctx.state.form);
  }
  // The cookies stay for the next page, which says why somebody has to sign in again.
  return Response.json({ key: "signed_out" }, { status: 401 });
}

async function leadToSignIn(ctx: Context<State>, { form }: SignInNeeded) {
  const { state: { clientIp, responseHeaders, language, person }, req, url } =
    ctx;
  // Signed out elsewhere: the cookies would only lead back here.
  if (person !== null) dropSession(req, responseHeaders);
  const change = person && await readEndingChange(person).catch(() => null);
  // The second of two clicks on Confirm: what it asked for is done, and is not to be sent once more.
  if (change === "phone" && url.pathname === paths.phoneChangeCode(language)) {
    const account = paths.account(language);
    return ctx.redirect(paths.signIn(language, account, "phone-changed"), 303);
  }
  // What strangers send fills the database: a person's mistakes do not come by the dozen.
  if (form && (person || await mayTry("draft", { clientIp }))) {
    const owner = person?.id ?? await formerOwner(req);
    await saveDraft(responseHeaders, url.pathname, form, owner);
  }
  // Somebody who was here a moment ago wonders why.
  const reason = person === null
    ? undefined
    : change
    ? `${change}-changed` as const
    : "expired";
  return ctx.redirect(
    paths.signIn(language, url.pathname + url.search, reason),
    303,
  );
}

/** Fresh would render the failure outside of every middleware: without cookies, security headers and a line in the log. */
async function showFailure(ctx: Context<State>, error: unknown) {
  const { state } = ctx;
  const status = error instanceof HttpError ? error.status : 500;
  return await ctx.render(failureElement({ error, state }), { status });
}

/** Whether the request carries a cookie besides the language, or a token: then the page may hold personal data. */
function hasTraces(request: Request): boolean {
  const query = new URL(request.url).searchParams;
  if (["token", "id", OUTCOME].some((name) => query.has(name))) return true;
  return Object.keys(readCookies(request)).some((name) =>
    name !== LANGUAGE_COOKIE
  );
}

/** Refuses what a page of another site sends, in words that need the language. */
const ownForms = csrf<State>({
  origin: (origin) => origin === new URL(env().PUBLIC_URL).origin,
});

export const handler = define.middleware([describe, ownForms]);

/** A rule that refused, or a supplier that does not answer, becomes the page that says so. */
function asPageError(error: unknown, form?: FormData): unknown {
  if (!(error instanceof Problem)) return error;
  if (error.status === 401) return new SignInNeeded(form);
  return new HttpError(error.status, error.key, { cause: error });
}

/** A page tells what its form was refused for; islands read it from the answer. */
function isFormRefused(
  { req, url }: Context<State>,
  cause: unknown,
): cause is Problem {
  return req.method === "POST" && !isApiPath(url.pathname) && isRefusal(cause);
}

function languageOf(url: URL, request: Request): Language {
  const first = url.pathname.split("/")[1];
  if (isLanguage(first)) return first;
  return readLanguage(request) ??
    negotiate(request.headers.get("Accept-Language"));
}
