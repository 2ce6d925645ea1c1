import { page } from "fresh";
import { Button } from "@/components/Button.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import {
  askForCode,
  isToken,
  openLink,
} from "@/services/accounts/passwords.ts";

export const handler = define.handlers({
  // The token is not used up here: mail scanners open every link before the person does.
  GET: (ctx) => {
    const token = ctx.url.searchParams.get("token");
    const { account } = ctx.state.texts;
    if (!isToken(token)) {
      ctx.state.title = account.staleTitle;
      return page(null, { status: 410 });
    }
    ctx.state.title = account.resetTitle;
    return page({ token });
  },
  POST: async (ctx) => {
    const { auth, address, language, texts } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    const link = isToken(token)
      ? await openLink(auth, { token, type: "recovery" })
      : null;
    if (link === null) {
      ctx.state.title = texts.account.staleTitle;
      return page(null, { status: 410 });
    }
    const known = await askForCode(auth, link.userId, address);
    return ctx.redirect(
      known
        ? paths.signInCode(language, paths.passwordNew(language))
        : paths.signIn(language),
      303,
    );
  },
});

/** The link to a new password: first the SMS code, then the password. */
export default define.page<typeof handler>(
  function PasswordReset({ data, state: { language, texts } }) {
    const { account } = texts;
    // Fresh hands on `undefined` for a null.
    if (!data) {
      return (
        <StaleLink
          language={language}
          texts={account}
          renewal={paths.passwordForgotten(language)}
        />
      );
    }
    return (
      <div class="stack column">
        <h1>{account.resetTitle}</h1>
        <p>{account.resetText}</p>
        <form
          method="post"
          action={paths.passwordReset(language, data.token)}
        >
          <Button>{account.resetSend}</Button>
        </form>
      </div>
    );
  },
);
