import { page } from "fresh";
import {
  passwordFieldTexts,
  passwordProblems,
  readPasswordProblem,
} from "@/components/account/password_problems.ts";
import { PasswordForm } from "@/components/account/PasswordForm.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import NewPasswordFields from "@/islands/NewPasswordFields.tsx";
import {
  accountWords,
  cameByLink,
  passwordRange,
  readNewPassword,
  savePassword,
} from "@/services/auth/passwords.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePerson, SignInNeeded } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { email } = requirePerson(ctx);
    const { auth, language, texts: { account, frame } } = ctx.state;
    if (!await cameByLink(auth)) {
      return ctx.redirect(paths.passwordForgotten(language), 303);
    }
    const problem = readPasswordProblem(ctx.url.searchParams.get("problem"));
    ctx.state.title = (problem ? frame.errorPrefix : "") + account.resetTitle;
    return page({ email, problem }, { status: problem ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const { id } = requirePerson(ctx);
    const { auth, language } = ctx.state;
    if (!await cameByLink(auth)) {
      return ctx.redirect(paths.passwordForgotten(language), 303);
    }
    const chosen = await readNewPassword(form, await accountWords(id));
    const problem = chosen.problem ??
      await savePassword(auth, chosen.password);
    if (problem === null) {
      return ctx.redirect(paths.account(language, "password"), 303);
    }
    if (problem === "signed_out") throw new SignInNeeded();
    return ctx.redirect(paths.passwordNew(language, problem), 303);
  },
});

/** A new password, after the link in the e-mail and the SMS code. */
export default define.page<typeof handler>(
  function PasswordNew({ data, state: { language, texts } }) {
    const range = passwordRange();
    const problems = passwordProblems(data.problem, range, texts.account);
    return (
      <PasswordForm
        title={texts.account.resetTitle}
        intro={texts.account.activationText}
        action={paths.passwordNew(language)}
        problems={problems}
        texts={texts}
        fields={
          <NewPasswordFields
            problems={problems}
            username={data.email}
            texts={passwordFieldTexts(texts.account, texts.frame, range)}
          />
        }
      />
    );
  },
);
