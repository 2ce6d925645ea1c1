import { type Context, page } from "fresh";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import {
  confirmEmailChange,
  readEmailChange,
} from "@/services/accounts/email_change.ts";
import { dropSession, isSessionOpen } from "@/services/auth/session.ts";
import { isLinkToken } from "@/services/link_token.ts";

export const handler = define.handlers({
  // A button confirms, not the link: mail scanners open every link before the person does.
  GET: async (ctx) => {
    const { account } = ctx.state.texts;
    const token = ctx.url.searchParams.get("token");
    const change = isLinkToken(token) ? await readEmailChange(token) : null;
    if (!isLinkToken(token) || !change) {
      ctx.state.title = account.staleTitle;
      return page(null, { status: 410 });
    }
    ctx.state.title = change.confirmed
      ? account.emailConfirmedTitle
      : account.emailConfirmTitle;
    return page({ token, ...change });
  },
  POST: async (ctx) => {
    const token = ctx.url.searchParams.get("token");
    if (isLinkToken(token)) {
      await confirmEmailChange(token);
      await forgetEndedSession(ctx);
    }
    const { language } = ctx.state;
    return ctx.redirect(paths.emailConfirmation(language, token ?? ""), 303);
  },
});

/** The session of this browser has ended too, when it is the same person's: its cookies would lead to the sign-in page. */
async function forgetEndedSession({ req, state }: Context<State>) {
  if (state.person && !await isSessionOpen(state.person)) {
    dropSession(req, state.responseHeaders);
  }
}

/** Where the link in the e-mail to a new address leads, in whichever browser. */
export default define.page<typeof handler>(
  function EmailConfirmation({ data, state: { language, texts } }) {
    const { account } = texts;
    // Fresh hands on `undefined` for a null.
    if (!data) {
      return (
        <StaleLink
          language={language}
          texts={account}
          text={account.emailLinkStale}
          renewal={paths.emailChange(language)}
        />
      );
    }
    const { email } = data;
    if (data.confirmed) {
      return (
        <div class="stack column">
          <h1>{account.emailConfirmedTitle}</h1>
          <Notice kind="success" announce>
            <p>{t(account.emailConfirmedText, { email })}</p>
          </Notice>
          <div class="form-actions">
            <ButtonLink href={paths.signIn(language, paths.account(language))}>
              {account.toSignIn}
            </ButtonLink>
          </div>
        </div>
      );
    }
    return (
      <div class="stack column">
        <h1>{account.emailConfirmTitle}</h1>
        <p>{t(account.emailConfirmText, { email })}</p>
        <p class="soft">{account.emailConfirmNotYou}</p>
        <form
          class="form-actions"
          method="post"
          action={paths.emailConfirmation(language, data.token)}
        >
          <Button>{account.emailConfirm}</Button>
        </form>
      </div>
    );
  },
);
