import { page } from "fresh";
import { Notice } from "@/components/Notice.tsx";
import { Steps } from "@/components/Steps.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { readSignUpId } from "@/services/accounts/cookies.ts";
import { readSignUp } from "@/services/accounts/sign_up.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts } = ctx.state;
    const id = readSignUpId(ctx.req);
    const signUp = id && await readSignUp(id);
    if (!signUp) return ctx.redirect(paths.signIn(language), 303);
    if (!signUp.confirmed) {
      return ctx.redirect(paths.signUpCode(language), 303);
    }
    ctx.state.title = texts.account.createdTitle;
    return page({ email: signUp.email });
  },
});

/** The account was created; the same words whether it is new or was known before. */
export default define.page<typeof handler>(
  function SignUpDone({ data, state }) {
    const { language, texts: { account, frame } } = state;
    return (
      <div class="stack column">
        <Steps
          steps={[account.stepForm, account.stepCode, account.stepActivation]}
          current={3}
          texts={frame}
        />
        <h1>{account.createdTitle}</h1>
        <Notice kind="success" announce>
          <p>{t(account.createdText, { email: data.email })}</p>
        </Notice>
        <p>{account.createdNext}</p>
        <p>
          <a href={paths.activationLink(language)}>{account.newLink}</a>
        </p>
      </div>
    );
  },
);
