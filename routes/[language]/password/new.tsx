import { page } from "fresh";
import {
  passwordFieldTexts,
  type PasswordProblem,
  passwordProblems,
} from "@/components/account/password_problems.ts";
import { PasswordForm } from "@/components/account/PasswordForm.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import NewPasswordFields from "@/islands/NewPasswordFields.tsx";
import {
  cameByLink,
  passwordRange,
  readNewPassword,
  savePassword,
} from "@/services/accounts/passwords.ts";
import { readForm } from "@/services/form.ts";
import { requirePerson, SignInNeeded } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    requirePerson(ctx);
    const { auth, language, texts } = ctx.state;
    if (!await cameByLink(auth)) {
      return ctx.redirect(paths.passwordForgotten(language), 303);
    }
    ctx.state.title = texts.account.resetTitle;
    return page<{ problem?: PasswordProblem }>({});
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    requirePerson(ctx);
    const { auth, language, texts: { account, frame } } = ctx.state;
    if (!await cameByLink(auth)) {
      return ctx.redirect(paths.passwordForgotten(language), 303);
    }
    const chosen = readNewPassword(form);
    const problem = chosen.problem ??
      await savePassword(auth, chosen.password);
    if (problem === null) {
      return ctx.redirect(paths.account(language, "password"), 303);
    }
    if (problem === "signed_out") throw new SignInNeeded();
    ctx.state.title = frame.errorPrefix + account.resetTitle;
    return page({ problem }, { status: 422 });
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
            maxLength={range.max}
            texts={passwordFieldTexts(texts.account, texts.frame, range)}
          />
        }
      />
    );
  },
);
