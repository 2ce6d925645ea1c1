import { page } from "fresh";
import { Button } from "@/components/ui/Button.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { define } from "@/define.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import {
  readActivation,
  withdrawSignUp,
} from "@/services/accounts/activation.ts";
import { isLinkToken } from "@/services/link_token.ts";

export const handler = define.handlers({
  // A button ends it, not the link: mail scanners open every link.
  GET: async (ctx) => {
    const { account } = ctx.state.texts;
    const query = ctx.url.searchParams;
    if (query.get("done") === "yes") {
      ctx.state.title = account.refusedTitle;
      return page({ done: true as const });
    }
    const token = query.get("token");
    const signUp = isLinkToken(token) ? await readActivation(token) : null;
    if (!isLinkToken(token) || !signUp || signUp.account_id !== null) {
      ctx.state.title = account.staleTitle;
      return page(null, { status: 410 });
    }
    ctx.state.title = account.refusalTitle;
    return page({ done: false as const, token, name: fullName(signUp) });
  },
  POST: async (ctx) => {
    const token = ctx.url.searchParams.get("token");
    if (isLinkToken(token)) await withdrawSignUp(token);
    return ctx.redirect(
      paths.activationRefusal(ctx.state.language, token ?? "", "yes"),
      303,
    );
  },
});

/** Where the owner of a mailbox says that they did not sign up. */
export default define.page<typeof handler>(
  function ActivationRefusal(
    { data, state: { language, texts: { account } } },
  ) {
    // Fresh hands on `undefined` for a null.
    if (!data) return <StaleLink language={language} texts={account} />;
    if (data.done) {
      return (
        <div class="stack column">
          <h1>{account.refusedTitle}</h1>
          <p>{account.refusedText}</p>
        </div>
      );
    }
    return (
      <div class="stack column">
        <h1>{account.refusalTitle}</h1>
        <p>{t(account.refusalText, { name: data.name })}</p>
        <form
          method="post"
          action={paths.activationRefusal(language, data.token)}
        >
          <Button kind="danger">{account.refusalConfirm}</Button>
        </form>
      </div>
    );
  },
);
