import { page } from "fresh";
import { emptyForm, type FormState } from "@/components/account/form_state.ts";
import { SignInForm } from "@/components/account/SignInForm.tsx";
import { SignUpForm } from "@/components/account/SignUpForm.tsx";
import { Notice } from "@/components/Notice.tsx";
import { define } from "@/define.ts";
import { paths, safeNext, type SignInReason } from "@/domain/paths.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { keepSignUpId } from "@/services/accounts/cookies.ts";
import { takeSignIn, takeSignUp } from "@/services/accounts/forms.ts";
import { landing } from "@/services/accounts/landing.ts";
import { keepDraft, takeDraft } from "@/services/draft.ts";
import { readForm } from "@/services/form.ts";

/** Why somebody is here again: the page says it once. */
const reasons: Record<SignInReason, keyof AccountTexts> = {
  "signed-out": "signedOut",
  "codes": "endedByCodes",
  "expired": "signInAgain",
  "sign-up-codes": "signUpOver",
  "sign-up-expired": "signUpLost",
} as const;

const shown = (
  forms: { signIn?: FormState; signUp?: FormState },
  reason: string | null = null,
) => ({
  signIn: forms.signIn ?? emptyForm,
  signUp: forms.signUp ?? emptyForm,
  notice: Object.entries(reasons).find(([name]) => name === reason)?.[1],
});

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts, person, answer } = ctx.state;
    const query = ctx.url.searchParams;
    if (person) {
      return ctx.redirect(landing(language, person, query.get("next")), 303);
    }
    ctx.state.title = texts.account.signInPageTitle;
    // A sign-up that was closed to correct its number.
    const typed = await takeDraft(ctx.req, answer);
    return page(shown(
      typed ? { signUp: { ...emptyForm, typed } } : {},
      query.get("reason"),
    ));
  },
  POST: async (ctx) => {
    const { language, texts, answer, auth, address } = ctx.state;
    const next = safeNext(ctx.url.searchParams.get("next")) ?? undefined;
    const form = await readForm(ctx.req);
    const title = texts.frame.errorPrefix + texts.account.signInPageTitle;
    if (form.get("form") === "sign-up") {
      const taken = await takeSignUp(form, { language, address });
      if ("id" in taken) {
        keepSignUpId(answer, taken.id);
        await keepDraft(answer, ctx.url.pathname, form);
        return ctx.redirect(paths.signUpCode(language, next), 303);
      }
      ctx.state.title = title;
      return page(shown({ signUp: taken }), { status: taken.status });
    }
    const refused = await takeSignIn(form, { auth, address });
    if (refused === null) {
      return ctx.redirect(paths.signInCode(language, next), 303);
    }
    ctx.state.title = title;
    return page(shown({ signIn: refused }), { status: refused.status });
  },
});

/** Sign in on the left, sign up on the right (SPEC 3.1). */
export default define.page<typeof handler>(
  function SignIn({ data, state, url }) {
    const { language, texts } = state;
    const next = safeNext(url.searchParams.get("next")) ?? undefined;
    const action = paths.signIn(language, next);
    return (
      <div class="stack stack-l">
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
            language={language}
            texts={texts}
          />
        </div>
      </div>
    );
  },
);
