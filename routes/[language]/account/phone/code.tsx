import { type Context, page } from "fresh";
import { CodeWindow } from "@/components/account/CodeWindow.tsx";
import { define, type State } from "@/define.ts";
import { type CodeQuery, paths } from "@/domain/paths.ts";
import ResendButton from "@/islands/ResendButton.tsx";
import {
  confirmPhoneChange,
  readPhoneChange,
  renewPhoneChangeCode,
} from "@/services/accounts/phone_change.ts";
import { readSessionId } from "@/services/auth/client.ts";
import {
  codeProblem,
  readCode,
  resendProps,
} from "@/services/auth/code_form.ts";
import { dropSession } from "@/services/auth/session.ts";
import { readForm } from "@/services/http/form.ts";
import { redirectWithOutcome } from "@/services/http/form_outcome.ts";
import { requirePerson, SignInNeeded } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";
import { isUuid } from "@/services/http/uuid.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts: { account, frame } } = ctx.state;
    const pending = await readPhoneChange(await sessionOf(ctx));
    // Done already, or over: the account's page has the number that counts.
    if (!pending) return ctx.redirect(paths.account(language), 303);
    const problem = codeProblem(
      ctx.url.searchParams.get("problem"),
      pending.tries_left,
      language,
      account,
    );
    ctx.state.title = (problem ? frame.errorPrefix : "") + account.codeTitle;
    return page({ pending, problem }, { status: problem ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const session = await sessionOf(ctx);
    const id = form.get("id");
    if (!isUuid(id)) return await over(ctx);
    return await (form.get("step") === "resend"
      ? resend(ctx, session)
      : confirm(ctx, { id, session, code: readCode(form) }));
  },
});

/** The session that may go on with its change. Throws {@link SignInNeeded}. */
async function sessionOf(ctx: Context<State>): Promise<string> {
  requirePerson(ctx);
  const session = await readSessionId(ctx.state.auth);
  if (session === null) throw new SignInNeeded();
  return session;
}

async function resend(ctx: Context<State>, session: string) {
  const pending = await readPhoneChange(session);
  if (!pending) return await over(ctx);
  const { clientIp } = ctx.state;
  const sending = await renewPhoneChangeCode(pending, session, clientIp);
  return again(
    ctx,
    sending === "sent" ? { sent: "again" } : { problem: sending },
  );
}

async function confirm(
  ctx: Context<State>,
  { id, session, code }: { id: string; session: string; code: string | null },
) {
  const { language, responseHeaders } = ctx.state;
  if (code === null) return again(ctx, { problem: "format" });
  try {
    const verdict = await confirmPhoneChange(id, session, code);
    switch (verdict) {
      case "right":
        dropSession(ctx.req, responseHeaders);
        return ctx.redirect(
          paths.signIn(language, paths.account(language), "phone-changed"),
          303,
        );
      case "wrong":
      case "expired":
        return again(ctx, { problem: verdict });
      case "over":
        return await over(ctx);
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 503) throw error;
    return again(ctx, { problem: "unavailable" });
  }
}

/** The page once more, by redirect: its reload tries no code again. */
function again(ctx: Context<State>, query: CodeQuery) {
  return ctx.redirect(paths.phoneChangeCode(ctx.state.language, query), 303);
}

/** Back to the form, which says why: the change has ended and nothing was changed. */
async function over(ctx: Context<State>) {
  const path = paths.phoneChange(ctx.state.language);
  const { id } = requirePerson(ctx);
  const outcome = { typed: {}, failure: "phoneChangeOver" };
  return await redirectWithOutcome(ctx, path, outcome, id);
}

/** The code that proves a new number. */
export default define.page<typeof handler>(
  function PhoneChangeCode({ data: { pending, problem }, state, url }) {
    const { language, texts } = state;
    const { account } = texts;
    return (
      <CodeWindow
        action={paths.phoneChangeCode(language)}
        hidden={{ id: pending.id }}
        close={paths.phoneChange(language)}
        sentTo={pending.phone}
        sentAgain={!problem && url.searchParams.get("sent") === "again"}
        problem={problem}
        hint={account.wrongNumber}
        resend={<ResendButton {...resendProps(pending.sent_at, account)} />}
        texts={texts}
      />
    );
  },
);
