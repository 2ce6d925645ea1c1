import { page } from "fresh";
import { EmailForm, LinkSent } from "@/components/account/EmailForm.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { requestPasswordLink } from "@/services/accounts/links.ts";
import {
  type LinkRequest,
  takeLinkRequest,
} from "@/services/accounts/link_form.ts";
import { readForm } from "@/services/form.ts";

const fresh: LinkRequest = { status: 200, typed: { email: "" }, problems: {} };

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = ctx.state.texts.account.forgottenTitle;
    return page(fresh);
  },
  POST: async (ctx) => {
    const { address, texts: { account, frame } } = ctx.state;
    const taken = await takeLinkRequest(
      await readForm(ctx.req),
      (email) => requestPasswordLink(email, address),
    );
    ctx.state.title = taken.email
      ? account.linkSentTitle
      : frame.errorPrefix + account.forgottenTitle;
    return page(taken, { status: taken.status });
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
        form={data}
        texts={texts}
      />
    );
  },
);
