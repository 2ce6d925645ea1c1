import { type Context, page } from "fresh";
import {
  emptyForm,
  type FormState,
  isRefused,
  restoredForm,
} from "@/components/account/form_state.ts";
import { SignInForm } from "@/components/account/SignInForm.tsx";
import { SignUpForm } from "@/components/account/SignUpForm.tsx";
import { BesideTicket } from "@/components/booking/BesideTicket.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { pendingBooking } from "@/services/appointments/pending_booking.ts";
import { define, type State } from "@/define.ts";
import { safeNext } from "@/domain/incoming_paths.ts";
import { paths, type SignInReason } from "@/domain/paths.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import {
  type Refused,
  takeSignIn,
  takeSignUp,
} from "@/services/accounts/sign_in_forms.ts";
import { afterSignInPath } from "@/services/auth/after_sign_in.ts";
import { cookiesWork } from "@/services/http/cookies_work.ts";
import { consumeDraft, saveDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";

/** Why somebody is here again: the page says it once. */
const reasons: Record<SignInReason, keyof AccountTexts> = {
  "signed-out": "signedOut",
  "codes": "endedByCodes",
  "expired": "signInAgain",
  "phone-changed": "phoneChanged",
  "email-changed": "emailChanged",
  "sign-up-codes": "signUpOver",
  "sign-up-expired": "signUpLost",
} as const;

type Forms = { signIn?: FormState; signUp?: FormState };

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts, person, responseHeaders } = ctx.state;
    const query = ctx.url.searchParams;
    if (person) {
      return ctx.redirect(
        afterSignInPath(language, person, query.get("next")),
        303,
      );
    }
    const outcome = await readOutcome(ctx.req);
    if (outcome) {
      const form = restoredForm(outcome, texts.account);
      return show(
        ctx,
        outcome.form === "sign-up" ? { signUp: form } : { signIn: form },
      );
    }
    // A sign-up that was closed to correct its number.
    const typed = await consumeDraft(ctx.req, responseHeaders);
    return show(ctx, typed ? { signUp: { ...emptyForm, typed } } : {});
  },
  POST: async (ctx) => {
    const { language, responseHeaders, auth, clientIp } = ctx.state;
    const next = safeNext(ctx.url.searchParams.get("next"));
    const form = await readForm(ctx.req);
    const name = form.get("form") === "sign-up" ? "sign-up" : "sign-in";
    if (!cookiesWork(ctx.req)) return withoutCookies(ctx, name, form);
    if (name === "sign-up") {
      const taken = await takeSignUp(form, { language, next, clientIp });
      if (!("id" in taken)) return await refuse(ctx, name, taken);
      await saveDraft(responseHeaders, ctx.url.pathname, form);
      return ctx.redirect(paths.signUpCode(language, taken.id), 303);
    }
    const refused = await takeSignIn(form, { auth, clientIp });
    if (refused) return await refuse(ctx, name, refused);
    return ctx.redirect(paths.signInCode(language, next ?? undefined), 303);
  },
});

/** The page that says what is wrong is another one: its reload sends nothing. */
async function refuse(
  ctx: Context<State>,
  form: string,
  { typed, problems, failure }: Refused,
) {
  const next = safeNext(ctx.url.searchParams.get("next")) ?? undefined;
  const path = paths.signIn(ctx.state.language, next);
  return await redirectWithOutcome(ctx, path, {
    form,
    typed,
    problems: Object.fromEntries(
      Object.entries(problems).flatMap(([field, problem]) =>
        problem ? [[field, problem]] : []
      ),
    ),
    failure,
  });
}

/** Nothing can be kept for the next page: this one is the answer, and nothing was sent or counted. */
function withoutCookies(ctx: Context<State>, name: string, form: FormData) {
  const typed = Object.fromEntries(
    [...form].flatMap(([field, value]) =>
      typeof value === "string" && field !== "password" ? [[field, value]] : []
    ),
  );
  const state: FormState = { typed, problems: {}, failure: "cookiesBlocked" };
  return show(ctx, name === "sign-up" ? { signUp: state } : { signIn: state });
}

async function show(
  ctx: Context<State>,
  { signIn = emptyForm, signUp = emptyForm }: Forms,
) {
  const { frame, account } = ctx.state.texts;
  ctx.state.isPublic = ctx.url.search === "";
  ctx.state.description = `${account.signInIntro} ${account.signUpIntro}`;
  const refused = isRefused(signIn) || isRefused(signUp);
  ctx.state.title = (refused ? frame.errorPrefix : "") +
    account.signInPageTitle;
  const reason = ctx.url.searchParams.get("reason");
  const notice = refused
    ? undefined
    : Object.entries(reasons).find(([name]) => name === reason)?.[1];
  const booking = await pendingBooking(ctx.url.searchParams.get("next"));
  const signUpId = crypto.randomUUID();
  return page({ signIn, signUp, notice, signUpId, booking }, {
    status: refused ? 422 : 200,
  });
}

/** Sign in on the left, sign up on the right (docs/specification.md, 3.1). */
export default define.page<typeof handler>(
  function SignIn({ data, state, url }) {
    const { language, texts } = state;
    const next = safeNext(url.searchParams.get("next")) ?? undefined;
    const action = paths.signIn(language, next);
    return (
      <BesideTicket
        booking={data.booking}
        language={language}
        texts={texts.ticket}
      >
        <h1>{texts.account.signInPageTitle}</h1>
        {data.notice && (
          <Notice announce kind="info">
            <p>{texts.account[data.notice]}</p>
          </Notice>
        )}
        <div class="two-columns">
          <SignInForm
            form={data.signIn}
            action={action}
            language={language}
            texts={texts}
          />
          <SignUpForm
            form={data.signUp}
            action={action}
            id={data.signUpId}
            language={language}
            texts={texts}
          />
        </div>
      </BesideTicket>
    );
  },
);
