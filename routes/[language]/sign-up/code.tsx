import { type Context, page } from "fresh";
import { CodeWindow } from "@/components/account/CodeWindow.tsx";
import { Steps } from "@/components/Steps.tsx";
import { define, type State } from "@/define.ts";
import { paths, safeNext } from "@/domain/paths.ts";
import ResendButton from "@/islands/ResendButton.tsx";
import { createAccount } from "@/services/accounts/creation.ts";
import {
  readCode,
  secondsToWait,
  sendingProblems,
  wrongCode,
} from "@/services/accounts/code_form.ts";
import { keepDestination, readSignUpId } from "@/services/accounts/cookies.ts";
import {
  checkSignUpCode,
  type PendingSignUp,
  readSignUp,
  renewSignUpCode,
} from "@/services/accounts/sign_up.ts";
import { dropDraft } from "@/services/draft.ts";
import { readForm } from "@/services/form.ts";
import { Problem } from "@/services/problem.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const id = readSignUpId(ctx.req);
    const pending = id && await readSignUp(id);
    if (!pending) return backToForm(ctx, "sign-up-expired");
    if (pending.tries_left === 0) return backToForm(ctx, "sign-up-codes");
    return show(ctx, pending);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const id = readSignUpId(ctx.req);
    if (id === null) return backToForm(ctx, "sign-up-expired");
    return await (form.get("step") === "resend"
      ? resend(ctx, id)
      : confirm(ctx, id, readCode(form)));
  },
});

async function resend(ctx: Context<State>, id: string) {
  const sending = await renewSignUpCode(id, ctx.state.address);
  if (sending === "sent") {
    return ctx.redirect(
      paths.signUpCode(ctx.state.language, next(ctx), "again"),
      303,
    );
  }
  return await again(
    ctx,
    id,
    ctx.state.texts.account[sendingProblems[sending]],
  );
}

async function confirm(ctx: Context<State>, id: string, code: string | null) {
  const { language, texts: { account }, answer } = ctx.state;
  const destination = next(ctx);
  if (code === null) return await again(ctx, id, account.codeFormat);
  try {
    switch (await checkSignUpCode(id, code)) {
      case "right":
        await createAccount(id);
        dropDraft(answer, paths.signIn(language));
        if (destination) keepDestination(answer, destination);
        return ctx.redirect(paths.signUpDone(language), 303);
      case "wrong":
        return await again(ctx, id);
      case "expired":
        return await again(ctx, id, account.codeExpired);
      case "over":
        return backToForm(ctx, "sign-up-codes");
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 503) throw error;
    return await again(ctx, id, account.unavailable);
  }
}

/** The page once more; without `problem` the code was wrong. */
async function again(ctx: Context<State>, id: string, problem?: string) {
  const pending = await readSignUp(id);
  if (!pending) return backToForm(ctx, "sign-up-expired");
  const { language, texts } = ctx.state;
  return show(
    ctx,
    pending,
    problem ?? wrongCode(pending.tries_left, language, texts.account),
  );
}

function show(ctx: Context<State>, pending: PendingSignUp, problem?: string) {
  const { frame, account } = ctx.state.texts;
  ctx.state.title = (problem ? frame.errorPrefix : "") + account.codeTitle;
  return page({ pending, problem }, { status: problem ? 422 : 200 });
}

function backToForm(
  ctx: Context<State>,
  reason: "sign-up-codes" | "sign-up-expired",
) {
  return ctx.redirect(
    paths.signIn(ctx.state.language, next(ctx), reason),
    303,
  );
}

function next(ctx: Context<State>): string | undefined {
  return safeNext(ctx.url.searchParams.get("next")) ?? undefined;
}

/** The code that proves the number of a sign-up. */
export default define.page<typeof handler>(
  function SignUpCode({ data: { pending, problem }, state, url }) {
    const { language, texts } = state;
    const { account } = texts;
    const query = url.searchParams;
    const onward = safeNext(query.get("next")) ?? undefined;
    return (
      <>
        <Steps
          steps={[account.stepForm, account.stepCode, account.stepActivation]}
          current={2}
          texts={texts.frame}
        />
        <CodeWindow
          action={paths.signUpCode(language, onward)}
          close={paths.signIn(language, onward)}
          sentTo={pending.phone}
          sentAgain={!problem && query.get("sent") === "again"}
          problem={problem}
          hint={account.wrongNumber}
          resend={
            <ResendButton
              wait={secondsToWait(pending.sent_at)}
              texts={{
                resend: account.resend,
                resendIn: account.resendIn,
                resendNow: account.resendNow,
              }}
            />
          }
          texts={texts}
        />
      </>
    );
  },
);
