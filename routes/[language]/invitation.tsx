import { type Context, page } from "fresh";
import {
  passwordFieldTexts,
  type PasswordProblem,
  passwordProblems,
  readPasswordProblem,
} from "@/components/account/password_problems.ts";
import { PasswordForm } from "@/components/account/PasswordForm.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import NewPasswordFields from "@/islands/NewPasswordFields.tsx";
import {
  accountWords,
  askForCode,
  isToken,
  openLink,
  passwordRange,
  readNewPassword,
  savePassword,
} from "@/services/auth/passwords.ts";
import { readForm } from "@/services/http/form.ts";

export const handler = define.handlers({
  // The token is not used up here: mail scanners open every link before the person does.
  GET: (ctx) => {
    const token = ctx.url.searchParams.get("token");
    const problem = ctx.url.searchParams.get("problem");
    if (!isToken(token) || problem === "stale") return stale(ctx);
    return show(ctx, token, readPasswordProblem(problem));
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const { auth, clientIp, language } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    const again = (problem: PasswordProblem | "stale") =>
      ctx.redirect(paths.invitation(language, token ?? "", problem), 303);
    if (!isToken(token)) return again("stale");
    // What can be judged before the link is used up is judged before.
    const first = await readNewPassword(form, []);
    if (first.problem) return again(first.problem);
    const opened = await openLink(auth, { token, type: "invite" });
    if (opened === null) return again("stale");
    const chosen = await readNewPassword(
      form,
      await accountWords(opened.userId),
    );
    if (chosen.problem) return again(chosen.problem);
    const refused = await savePassword(auth, chosen.password);
    if (refused === "signed_out") return again("stale");
    // The same password is that of the first click.
    if (refused && refused !== "same") return again(refused);
    if (!await askForCode(auth, opened.userId, clientIp)) {
      return ctx.redirect(paths.signIn(language), 303);
    }
    return ctx.redirect(paths.signInCode(language), 303);
  },
});

function show(ctx: Context<State>, token: string, problem?: PasswordProblem) {
  const { frame, account } = ctx.state.texts;
  ctx.state.title = (problem ? frame.errorPrefix : "") +
    account.activationTitle;
  return page({ token, problem }, { status: problem ? 422 : 200 });
}

function stale(ctx: Context<State>) {
  ctx.state.title = ctx.state.texts.account.staleTitle;
  return page(null, { status: 410 });
}

/** The first password of somebody whom an administrator invited, such as a doctor. */
export default define.page<typeof handler>(
  function Invitation({ data, state }) {
    const { language, texts } = state;
    // Fresh hands on `undefined` for a null.
    if (!data) {
      return <StaleLink language={language} texts={texts.account} />;
    }
    const range = passwordRange();
    const problems = passwordProblems(data.problem, range, texts.account);
    return (
      <PasswordForm
        title={texts.account.activationTitle}
        intro={texts.account.activationText}
        action={paths.invitation(language, data.token)}
        problems={problems}
        texts={texts}
        fields={
          <NewPasswordFields
            problems={problems}
            username=""
            texts={passwordFieldTexts(texts.account, texts.frame, range)}
          />
        }
      />
    );
  },
);
