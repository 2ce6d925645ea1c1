import { page } from "fresh";
import { EmailForm } from "@/components/account/EmailForm.tsx";
import { linkPageOf } from "@/components/account/form_state.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { requestActivationLink } from "@/services/auth/links.ts";
import { takeLinkRequest } from "@/services/auth/link_form.ts";
import { readOutcome } from "@/services/http/form_outcome.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { texts } = ctx.state;
    const outcome = await readOutcome(ctx.req);
    const { data, title, status } = linkPageOf(
      outcome,
      texts.account.linkTitle,
      texts,
    );
    ctx.state.title = title;
    return page(data, { status });
  },
  POST: (ctx) => {
    const { clientIp, language } = ctx.state;
    return takeLinkRequest(
      ctx,
      paths.activationLink(language),
      (email) => requestActivationLink(email, clientIp),
    );
  },
});

/** Asks for the activation e-mail again. */
export default define.page<typeof handler>(
  function ActivationLink({ data, state: { language, texts } }) {
    return (
      <EmailForm
        {...data}
        title={texts.account.linkTitle}
        intro={texts.account.linkText}
        action={paths.activationLink(language)}
        texts={texts}
      />
    );
  },
);
