import { type Context, page } from "fresh";
import { CodeWindow } from "@/components/account/CodeWindow.tsx";
import { BesideTicket } from "@/components/booking/BesideTicket.tsx";
import { Steps } from "@/components/ui/Steps.tsx";
import { pendingBooking } from "@/services/appointments/pending_booking.ts";
import { define, type State } from "@/define.ts";
import { type CodeQuery, paths } from "@/domain/paths.ts";
import ResendButton from "@/islands/ResendButton.tsx";
import {
  checkSignUpCode,
  type PendingSignUp,
  readSignUp,
  renewSignUpCode,
} from "@/services/accounts/sign_up.ts";
import {
  codeProblem,
  readCode,
  resendProps,
} from "@/services/auth/code_form.ts";
import { clearDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import { Problem } from "@/services/http/problem.ts";
import { isUuid } from "@/services/http/uuid.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const id = ctx.url.searchParams.get("id");
    const pending = isUuid(id) ? await readSignUp(id) : null;
    if (!isUuid(id) || !pending) return backToForm(ctx, "sign-up-expired");
    const { language } = ctx.state;
    if (pending.confirmed) {
      return ctx.redirect(paths.signUpDone(language, id), 303);
    }
    if (pending.tries_left === 0) {
      return backToForm(ctx, "sign-up-codes", pending);
    }
    return show(ctx, id, pending);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const id = form.get("id");
    if (!isUuid(id)) return backToForm(ctx, "sign-up-expired");
    return await (form.get("step") === "resend"
      ? resend(ctx, id)
      : confirm(ctx, id, readCode(form)));
  },
});

async function resend(ctx: Context<State>, id: string) {
  const sending = await renewSignUpCode(id, ctx.state.clientIp);
  return again(
    ctx,
    id,
    sending === "sent" ? { sent: "again" } : { problem: sending },
  );
}

async function confirm(ctx: Context<State>, id: string, code: string | null) {
  const { language, responseHeaders } = ctx.state;
  if (code === null) return again(ctx, id, { problem: "format" });
  try {
    const verdict = await checkSignUpCode(id, code);
    switch (verdict) {
      case "right":
        clearDraft(responseHeaders, paths.signIn(language));
        return ctx.redirect(paths.signUpDone(language, id), 303);
      case "wrong":
      case "expired":
        return again(ctx, id, { problem: verdict });
      case "over":
        return backToForm(ctx, "sign-up-codes", await readSignUp(id));
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 503) throw error;
    return again(ctx, id, { problem: "unavailable" });
  }
}

/** The page once more, by redirect: its reload tries no code again. */
function again(ctx: Context<State>, id: string, query: CodeQuery) {
  return ctx.redirect(paths.signUpCode(ctx.state.language, id, query), 303);
}

async function show(
  ctx: Context<State>,
  id: string,
  pending: PendingSignUp,
) {
  const { language, texts: { frame, account } } = ctx.state;
  const problem = codeProblem(
    ctx.url.searchParams.get("problem"),
    pending.tries_left,
    language,
    account,
  );
  ctx.state.title = (problem ? frame.errorPrefix : "") + account.codeTitle;
  const booking = await pendingBooking(pending.next);
  return page({ id, pending, problem, booking }, {
    status: problem ? 422 : 200,
  });
}

function backToForm(
  ctx: Context<State>,
  reason: "sign-up-codes" | "sign-up-expired",
  pending?: PendingSignUp | null,
) {
  const next = pending?.next ?? undefined;
  return ctx.redirect(paths.signIn(ctx.state.language, next, reason), 303);
}

/** The code that proves the number of a sign-up. */
export default define.page<typeof handler>(
  function SignUpCode({ data: { id, pending, problem, booking }, state, url }) {
    const { language, texts } = state;
    const { account } = texts;
    return (
      <BesideTicket booking={booking} language={language} texts={texts.ticket}>
        <Steps
          steps={[account.stepForm, account.stepCode, account.stepActivation]}
          current={2}
          texts={texts.frame}
        />
        <CodeWindow
          action={paths.signUpCode(language, id)}
          hidden={{ id }}
          close={paths.signIn(language, pending.next ?? undefined)}
          sentTo={pending.phone}
          sentAgain={!problem && url.searchParams.get("sent") === "again"}
          problem={problem}
          hint={account.wrongNumber}
          resend={<ResendButton {...resendProps(pending.sent_at, account)} />}
          texts={texts}
        />
      </BesideTicket>
    );
  },
);
