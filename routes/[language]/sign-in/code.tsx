import { type Context, page } from "fresh";
import { CodeWindow } from "@/components/account/CodeWindow.tsx";
import { BesideTicket } from "@/components/booking/BesideTicket.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define, type State } from "@/define.ts";
import { paths, type SignInReason } from "@/domain/paths.ts";
import ResendButton from "@/islands/ResendButton.tsx";
import {
  codeProblem,
  readCode,
  resendProps,
} from "@/services/auth/code_form.ts";
import { pendingBooking } from "@/services/appointments/pending_booking.ts";
import { afterSignInPath } from "@/services/auth/after_sign_in.ts";
import {
  readSignInCode,
  sendSignInCode,
  type SignInCode,
  verifySignIn,
} from "@/services/auth/second_factor.ts";
import { readPasswordOnlySession } from "@/services/auth/client.ts";
import { readForm } from "@/services/http/form.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { hasSession, readPerson } from "@/services/auth/session.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    if (ctx.state.person) return arrive(ctx);
    const pending = await readPending(ctx);
    return pending ? show(ctx, pending.code) : backToSignIn(ctx);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    // A second click on Confirm: the first one was right.
    if (ctx.state.person) return arrive(ctx);
    const pending = await readPending(ctx);
    if (!pending) return backToSignIn(ctx);
    if (form.get("step") === "resend") return await resend(ctx, pending);
    // The code that this page asked for: another tab may have asked for another one since.
    const asked = form.get("challenge");
    const code = isUuid(asked)
      ? { ...pending.code, challenge_id: asked }
      : pending.code;
    return await confirm(ctx, code, readCode(form));
  },
});

/** Who has given the password, and where the code stands; null when the session is over or the account deactivated. */
async function readPending(ctx: Context<State>) {
  const person = await readPasswordOnlySession(ctx.state.auth);
  const code = person && await readSignInCode(person.id);
  return code && { userId: person.id, code };
}

type Pending = { userId: string; code: SignInCode };

async function resend(ctx: Context<State>, { userId, code }: Pending) {
  const { auth, clientIp } = ctx.state;
  const sending = await sendSignInCode(auth, { code, userId, clientIp });
  return sending === "sent"
    ? again(ctx, { sent: "again" })
    : again(ctx, { problem: sending });
}

async function confirm(
  ctx: Context<State>,
  code: SignInCode,
  typed: string | null,
) {
  const { auth } = ctx.state;
  if (typed === null) return again(ctx, { problem: "format" });
  const outcome = await verifySignIn(auth, code, typed);
  switch (outcome) {
    case "right":
      ctx.state.person = await readPerson(auth, ctx.state.language);
      return arrive(ctx);
    case "over":
      return backToSignIn(ctx, "codes");
    default:
      return again(ctx, { problem: outcome });
  }
}

/** The page once more, by redirect: its reload tries no code again. */
function again(
  ctx: Context<State>,
  query: { sent?: "again"; problem?: string },
) {
  const next = ctx.url.searchParams.get("next") ?? undefined;
  return ctx.redirect(paths.signInCode(ctx.state.language, next, query), 303);
}

async function show(ctx: Context<State>, code: SignInCode) {
  const { language, texts: { frame, account } } = ctx.state;
  const named = ctx.url.searchParams.get("problem") ??
    (code.sms_refused === null ? null : "refused");
  const problem = codeProblem(named, code.tries_left, language, account);
  ctx.state.title = (problem ? frame.errorPrefix : "") + account.codeTitle;
  const booking = await pendingBooking(ctx.url.searchParams.get("next"));
  return page({ code, problem, booking }, { status: problem ? 422 : 200 });
}

function arrive(ctx: Context<State>) {
  const { person, language } = ctx.state;
  if (person === null) return backToSignIn(ctx);
  const next = ctx.url.searchParams.get("next");
  return ctx.redirect(afterSignInPath(language, person, next), 303);
}

function backToSignIn(ctx: Context<State>, reason?: SignInReason) {
  const next = ctx.url.searchParams.get("next") ?? undefined;
  const ended = reason ?? (hasSession(ctx.req) ? "expired" : undefined);
  return ctx.redirect(paths.signIn(ctx.state.language, next, ended), 303);
}

/** The SMS code of a sign-in: the second factor. */
export default define.page<typeof handler>(
  function SignInCodePage({ data: { code, problem, booking }, state, url }) {
    const { language, texts } = state;
    const { account } = texts;
    const query = url.searchParams;
    const next = query.get("next") ?? undefined;
    return (
      <BesideTicket booking={booking} language={language} texts={texts.ticket}>
        <CodeWindow
          action={paths.signInCode(language, next)}
          hidden={code.challenge_id ? { challenge: code.challenge_id } : {}}
          close={paths.signIn(language, next)}
          sentTo={code.challenge_id && code.phone}
          sentAgain={!problem && query.get("sent") === "again"}
          problem={problem}
          hint={account.numberLost}
          notice={!problem && query.get("activated") === "yes" && (
            <Notice kind="success" title={account.accountReady} announce>
              <p>
                {booking
                  ? account.accountReadyBooking
                  : account.accountReadyNext}
              </p>
            </Notice>
          )}
          resend={<ResendButton {...resendProps(code.sent_at, account)} />}
          texts={texts}
        />
      </BesideTicket>
    );
  },
);
