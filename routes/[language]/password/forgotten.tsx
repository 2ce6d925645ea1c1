import { page } from "fresh";
import { EmailForm, LinkSent } from "@/components/account/EmailForm.tsx";
import { linkPageOf } from "@/components/account/form_state.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { requestPasswordLink } from "@/services/auth/links.ts";
import { takeLinkRequest } from "@/services/auth/link_form.ts";
import { readOutcome } from "@/services/http/form_outcome.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { texts } = ctx.state;
    const outcome = await readOutcome(ctx.req);
    const { data, title, status } = linkPageOf(
      outcome,
      texts.account.forgottenTitle,
      texts,
    );
    ctx.state.title = title;
    return page(data, { status });
  },
  POST: async (ctx) => {
    const { clientIp, language } = ctx.state;
    const next = await takeLinkRequest(
      ctx,
      paths.passwordForgotten(language),
      (email) => requestPasswordLink(email, clientIp),
    );
    return ctx.redirect(next, 303);
  },
});

/** Asks for a link to a new password. */
export default define.page<typeof handler>(
  function PasswordForgotten({ data, state: { language, texts } }) {
    if (data.email) return <LinkSent email={data.email} texts={texts} />;
    return (
      <EmailForm
        title={texts.account.forgottenTitle}
        intro={texts.account.forgottenText}
        action={paths.passwordForgotten(language)}
        form={data.form}
        texts={texts}
      />
    );
  },
);
