import { page } from "fresh";
import { Button } from "@/components/ui/Button.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { cookiesWork } from "@/services/http/cookies_work.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { askForCode, isToken, openLink } from "@/services/auth/passwords.ts";

export const handler = define.handlers({
  // The token is not used up here: mail scanners open every link before the person does.
  GET: (ctx) => {
    const token = ctx.url.searchParams.get("token");
    const problem = ctx.url.searchParams.get("problem");
    const { account, frame } = ctx.state.texts;
    if (!isToken(token) || problem === "stale") {
      ctx.state.title = account.staleTitle;
      return page(null, { status: 410 });
    }
    const cookies = problem !== "cookies";
    ctx.state.title = (cookies ? "" : frame.errorPrefix) + account.resetTitle;
    return page({ token, cookies }, { status: cookies ? 200 : 422 });
  },
  POST: async (ctx) => {
    const { auth, clientIp, language } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    const again = (problem: "cookies" | "stale") =>
      ctx.redirect(paths.passwordReset(language, token ?? "", problem), 303);
    if (isToken(token) && !cookiesWork(ctx.req)) return again("cookies");
    const link = isToken(token)
      ? await openLink(auth, { token, type: "recovery" })
      : null;
    if (link === null) return again("stale");
    const known = await askForCode(auth, link.userId, clientIp);
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
        {!data.cookies && (
          <Notice kind="warning" announce>
            <p>{account.cookiesBlocked}</p>
          </Notice>
        )}
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
