import { type Context, page } from "fresh";
import {
  passwordFieldTexts,
  type PasswordProblem,
  passwordProblems,
} from "@/components/account/password_problems.ts";
import { PasswordForm } from "@/components/account/PasswordForm.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import NewPasswordFields from "@/islands/NewPasswordFields.tsx";
import { takeDestination } from "@/services/accounts/cookies.ts";
import {
  askForCode,
  isToken,
  openLink,
  passwordRange,
  readNewPassword,
  savePassword,
} from "@/services/accounts/passwords.ts";
import { readHalfway } from "@/services/auth.ts";
import { readForm } from "@/services/form.ts";

export const handler = define.handlers({
  // The token is not used up here: mail scanners open every link before the person does.
  GET: (ctx) => {
    const token = ctx.url.searchParams.get("token");
    if (!isToken(token)) return stale(ctx);
    if (ctx.url.searchParams.get("type") === "recovery") {
      return ctx.redirect(
        paths.passwordReset(ctx.state.language, token),
        303,
      );
    }
    return show(ctx, token);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const { auth, answer, address, language } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    if (!isToken(token)) return stale(ctx);
    const chosen = readNewPassword(form);
    if (chosen.problem) return show(ctx, token, chosen.problem);
    const userId = await opened(ctx, token, form);
    if (userId === null) return stale(ctx);
    const refused = await savePassword(auth, chosen.password);
    if (refused === "signed_out") return stale(ctx);
    if (refused) return show(ctx, token, refused, true);
    if (!await askForCode(auth, userId, address)) {
      return ctx.redirect(paths.signIn(language), 303);
    }
    return ctx.redirect(
      paths.signInCode(language, takeDestination(ctx.req, answer)),
      303,
    );
  },
});

/**
 * Who the link is of; null when it is no longer good. A password that GoTrue refused is chosen again within the
 * session that the link gave the first time (`opened` in the form).
 */
async function opened(
  ctx: Context<State>,
  token: string,
  form: FormData,
): Promise<string | null> {
  const { auth } = ctx.state;
  const link = await openLink(auth, { token, type: "invite" });
  if (link !== null) return link.userId;
  if (form.get("opened") !== "yes") return null;
  return (await readHalfway(auth))?.id ?? null;
}

function show(
  ctx: Context<State>,
  token: string,
  problem?: PasswordProblem,
  opened = false,
) {
  const { frame, account } = ctx.state.texts;
  ctx.state.title = (problem ? frame.errorPrefix : "") +
    account.activationTitle;
  return page({ token, problem, opened }, { status: problem ? 422 : 200 });
}

function stale(ctx: Context<State>) {
  ctx.state.title = ctx.state.texts.account.staleTitle;
  return page(null, { status: 410 });
}

/** The first password of an account (SPEC 3.3). */
export default define.page<typeof handler>(
  function Activation({ data, state }) {
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
        action={paths.activation(language, data.token)}
        problems={problems}
        texts={texts}
        fields={
          <>
            {data.opened && <input type="hidden" name="opened" value="yes" />}
            <NewPasswordFields
              problems={problems}
              maxLength={range.max}
              texts={passwordFieldTexts(texts.account, texts.frame, range)}
            />
          </>
        }
      />
    );
  },
);
