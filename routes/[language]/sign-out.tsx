import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { signOut } from "@/services/auth/sign_out.ts";
import { readForm } from "@/services/http/form.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { person, language, texts } = ctx.state;
    if (person === null) return ctx.redirect(paths.signIn(language), 303);
    ctx.state.title = texts.frame.signOut;
    return page({ name: person.name });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const { auth, responseHeaders, language } = ctx.state;
    await signOut(
      auth,
      ctx.req,
      responseHeaders,
      form.get("scope") === "global" ? "global" : "local",
    );
    return ctx.redirect(
      paths.signIn(language, undefined, "signed-out"),
      303,
    );
  },
});

/** For whoever comes here by a link: signing out changes something, so it is a button. */
export default define.page<typeof handler>(
  function SignOut({ data, state: { language, texts } }) {
    const { account, frame } = texts;
    return (
      <div class="stack column">
        <h1>{account.signOutTitle}</h1>
        <p>{t(account.signOutText, { name: data.name })}</p>
        <form class="form-actions" method="post">
          <Button>{frame.signOut}</Button>
          <ButtonLink kind="secondary" href={paths.home(language)}>
            {frame.cancel}
          </ButtonLink>
        </form>
      </div>
    );
  },
);
