import { type Context, page } from "fresh";
import { CodeWindow } from "@/components/account/CodeWindow.tsx";
import { define, type State } from "@/define.ts";
import { paths, type SignInReason } from "@/domain/paths.ts";
import ResendButton from "@/islands/ResendButton.tsx";
import {
  readCode,
  secondsToWait,
  sendingProblems,
  wrongCode,
} from "@/services/accounts/code_form.ts";
import { landing } from "@/services/accounts/landing.ts";
import {
  type CodeOutcome,
  readSignInCode,
  sendSignInCode,
  type SignInCode,
  verifySignIn,
} from "@/services/accounts/second_factor.ts";
import { readHalfway } from "@/services/auth.ts";
import { readForm } from "@/services/form.ts";
import { hasSession, readPerson } from "@/services/session.ts";

/** Why a code was not taken; `wrong` says how many tries are left instead. */
const problems = {
  expired: "codeExpired",
  moved: "codeMoved",
  too_many: "tooManyAttempts",
  unavailable: "unavailable",
} as const satisfies Partial<Record<CodeOutcome, unknown>>;

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
    return await (form.get("step") === "resend"
      ? resend(ctx, pending)
      : confirm(ctx, pending, readCode(form)));
  },
});

/** Who has given the password, and where the code stands; null when the session is over or the account deactivated. */
async function readPending(ctx: Context<State>) {
  const person = await readHalfway(ctx.state.auth);
  const code = person && await readSignInCode(person.id);
  return code && { userId: person.id, code };
}

type Pending = { userId: string; code: SignInCode };

async function resend(ctx: Context<State>, { userId, code }: Pending) {
  const { auth, address, language, texts } = ctx.state;
  const sending = await sendSignInCode(auth, { code, userId, address });
  if (sending === "sent") {
    const next = ctx.url.searchParams.get("next") ?? undefined;
    return ctx.redirect(paths.signInCode(language, next, "again"), 303);
  }
  return show(ctx, code, texts.account[sendingProblems[sending]]);
}

async function confirm(
  ctx: Context<State>,
  { userId, code }: Pending,
  typed: string | null,
) {
  const { auth, language, texts: { account } } = ctx.state;
  if (typed === null) return show(ctx, code, account.codeFormat);
  const outcome = await verifySignIn(auth, code, typed);
  switch (outcome) {
    case "right":
      ctx.state.person = await readPerson(auth);
      return arrive(ctx);
    case "over":
      return backToSignIn(ctx, "codes");
    case "wrong": {
      const left = (await readSignInCode(userId))?.tries_left ?? 0;
      return show(ctx, code, wrongCode(left, language, account));
    }
    default:
      return show(ctx, code, account[problems[outcome]]);
  }
}

function show(ctx: Context<State>, code: SignInCode, problem?: string) {
  const { frame, account } = ctx.state.texts;
  ctx.state.title = (problem ? frame.errorPrefix : "") + account.codeTitle;
  return page({ code, problem }, { status: problem ? 422 : 200 });
}

function arrive(ctx: Context<State>) {
  const { person, language } = ctx.state;
  if (person === null) return backToSignIn(ctx);
  const next = ctx.url.searchParams.get("next");
  return ctx.redirect(landing(language, person, next), 303);
}

function backToSignIn(ctx: Context<State>, reason?: SignInReason) {
  const next = ctx.url.searchParams.get("next") ?? undefined;
  const ended = reason ?? (hasSession(ctx.req) ? "expired" : undefined);
  return ctx.redirect(paths.signIn(ctx.state.language, next, ended), 303);
}

/** The SMS code of a sign-in: the second factor. */
export default define.page<typeof handler>(
  function SignInCodePage({ data: { code, problem }, state, url }) {
    const { language, texts } = state;
    const { account } = texts;
    const query = url.searchParams;
    const next = query.get("next") ?? undefined;
    return (
      <CodeWindow
        action={paths.signInCode(language, next)}
        close={paths.signIn(language, next)}
        sentTo={code.challenge_id && code.phone}
        sentAgain={!problem && query.get("sent") === "again"}
        problem={problem}
        resend={
          <ResendButton
            wait={secondsToWait(code.sent_at)}
            texts={{
              resend: account.resend,
              resendIn: account.resendIn,
              resendNow: account.resendNow,
            }}
          />
        }
        texts={texts}
      />
    );
  },
);
