import { page } from "fresh";
import { ContactChangeForm } from "@/components/account/ContactChangeForm.tsx";
import { LinkSent } from "@/components/account/EmailForm.tsx";
import { linkPageOf } from "@/components/account/form_state.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { takeEmailChange } from "@/services/accounts/contact_forms.ts";
import { readFormAgain } from "@/services/http/form_again.ts";
import { readForm } from "@/services/http/form.ts";
import { redirectWithOutcome } from "@/services/http/form_outcome.ts";
import { requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const { texts } = ctx.state;
    const { data, title, status } = linkPageOf(
      await readFormAgain(ctx, person),
      texts.account.emailChange,
      texts,
    );
    ctx.state.title = title;
    return page(
      { ...data, current: person.email, id: crypto.randomUUID() },
      { status },
    );
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const path = paths.emailChange(ctx.state.language);
    const refused = await takeEmailChange(form, { ...ctx.state, person });
    return await redirectWithOutcome(
      ctx,
      path,
      refused ?? { typed: { email: String(form.get("email")) }, sent: true },
      person.id,
    );
  },
});

/** Another e-mail address: the password again, then the link that goes to it. */
export default define.page<typeof handler>(
  function EmailChange({ data, state: { language, texts } }) {
    const { account } = texts;
    if (data.email) {
      return (
        <LinkSent
          email={data.email}
          sent={account.emailChangeSent}
          texts={texts}
        />
      );
    }
    return (
      <ContactChangeForm
        contact="email"
        current={t(account.emailNow, { email: data.current })}
        form={data.form}
        id={data.id}
        language={language}
        texts={texts}
      />
    );
  },
);
