import { page } from "fresh";
import { EmailForm } from "@/components/account/EmailForm.tsx";
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
  POST: (ctx) => {
    const { clientIp, language } = ctx.state;
    return takeLinkRequest(
      ctx,
      paths.passwordForgotten(language),
      (email) => requestPasswordLink(email, clientIp),
    );
  },
});

/** Asks for a link to a new password. */
export default define.page<typeof handler>(
  function PasswordForgotten({ data, state: { language, texts } }) {
    return (
      <EmailForm
        {...data}
        title={texts.account.forgottenTitle}
        intro={texts.account.forgottenText}
        action={paths.passwordForgotten(language)}
        texts={texts}
      />
    );
  },
);
