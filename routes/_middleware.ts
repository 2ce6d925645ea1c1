import { getLogger } from "@logtape/logtape";
import { getCookies } from "@std/http";
import { type Context, csrf, HttpError } from "fresh";
import { h } from "preact";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { isLanguage, type Language, negotiate } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { mayTry } from "@/services/accounts/limits.ts";
import { addressOf } from "@/services/address.ts";
import { keepDraft } from "@/services/draft.ts";
import { SignInNeeded } from "@/services/guard.ts";
import { LANGUAGE_COOKIE, readLanguage } from "@/services/language.ts";
import { Problem } from "@/services/problem.ts";
import {
  dropSession,
  formerOwner,
  hasSession,
  openAuth,
  readPerson,
} from "@/services/session.ts";
import { Failure } from "./_error.tsx";

const log = getLogger(["econsult", "request"]);

/** Number, language and session of every request, and its line in the log. */
const describe = define.middleware(async (ctx) => {
  const began = performance.now();
  const { state, req, url } = ctx;
  const answer = state.answer = new Headers();
  state.requestId = crypto.randomUUID();
  state.address = addressOf(req, ctx.info, ctx.config.trustProxy ?? false);
  state.language = languageOf(url, req);
  state.texts = texts(state.language);
  state.auth = openAuth(req, state.address, answer);
  state.person = null;
  let response: Response;
  try {
    // No page is named with a NUL, and Postgres cannot look for one.
    if (/%00/.test(url.href)) throw new HttpError(404);
    if (hasSession(req)) state.person = await readPerson(state.auth);
    response = await ctx.next();
  } catch (cause) {
    const error = asPageError(cause, state.form);
    response = error instanceof SignInNeeded
      ? await leadToSignIn(ctx, error).catch((cause) =>
        showFailure(ctx, asPageError(cause))
      )
      : await showFailure(ctx, error);
  }
  for (const cookie of answer.getSetCookie()) {
    response.headers.append("Set-Cookie", cookie);
  }
  response.headers.set("X-Request-Id", state.requestId);
  // A page with somebody's data is nobody else's, and not the browser's after signing out.
  if (hasTraces(req) || answer.has("Set-Cookie")) {
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

async function leadToSignIn(ctx: Context<State>, { form }: SignInNeeded) {
  const { state: { address, answer, language, person }, req, url } = ctx;
  // Signed out elsewhere: the cookies would only lead back here.
  if (person !== null) dropSession(req, answer);
  // What strangers send fills the database: a person's mistakes do not come by the dozen.
  if (form && (person || await mayTry("draft", { address }))) {
    const owner = person?.id ?? await formerOwner(req);
    await keepDraft(answer, url.pathname, form, owner);
  }
  // Somebody who was here a moment ago wonders why.
  const reason = person === null ? undefined : "expired";
  return ctx.redirect(
    paths.signIn(language, url.pathname + url.search, reason),
    303,
  );
}

/** Fresh would render the failure outside of every middleware: without cookies, security headers and a line in the log. */
async function showFailure(ctx: Context<State>, error: unknown) {
  const { state } = ctx;
  const status = error instanceof HttpError ? error.status : 500;
  return await ctx.render(h(Failure, { error, state }), { status });
}

/** Whether the visitor left anything here but his language, or came by a link of his own: then a page may show it. */
function hasTraces(request: Request): boolean {
  if (new URL(request.url).searchParams.has("token")) return true;
  return Object.keys(getCookies(request.headers)).some((name) =>
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

function languageOf(url: URL, request: Request): Language {
  const first = url.pathname.split("/")[1];
  if (isLanguage(first)) return first;
  return readLanguage(request) ??
    negotiate(request.headers.get("Accept-Language"));
}
