import { type Context, page } from "fresh";
import { ContactChangeForm } from "@/components/account/ContactChangeForm.tsx";
import { LinkSent } from "@/components/account/EmailForm.tsx";
import { linkPageOf } from "@/components/account/form_state.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { takeEmailChange } from "@/services/accounts/contact_forms.ts";
import {
  renewEmailChange,
  withdrawEmailChange,
} from "@/services/accounts/email_change.ts";
import { readSessionId } from "@/services/auth/client.ts";
import type { Person } from "@/services/auth/session.ts";
import { readFormAgain } from "@/services/http/form_again.ts";
import { readForm } from "@/services/http/form.ts";
import { redirectWithOutcome } from "@/services/http/form_outcome.ts";
import { requirePerson, SignInNeeded } from "@/services/http/guard.ts";
import { isUuid } from "@/services/http/uuid.ts";

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
    if (form.has("act")) return await changeWaiting(ctx, person, form);
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

/** The change that waits, on the account's page: withdrawn, or its e-mail sent again. */
async function changeWaiting(
  ctx: Context<State>,
  person: Person,
  form: FormData,
) {
  const { auth, clientIp, language } = ctx.state;
  ctx.state.formPath = paths.account(language);
  const id = form.get("id");
  const sessionId = await readSessionId(auth);
  if (sessionId === null) throw new SignInNeeded();
  if (!isUuid(id)) return ctx.redirect(paths.account(language), 303);
  if (form.get("act") === "withdraw") {
    await withdrawEmailChange(id, sessionId);
    return ctx.redirect(paths.account(language, "email-withdrawn"), 303);
  }
  const shown = String(form.get("sendings"));
  const sendings = /^\d$/.test(shown) ? Number(shown) : 0;
  await renewEmailChange({ id, sendings }, { person, sessionId, clientIp });
  return ctx.redirect(paths.account(language, "email-sent-again"), 303);
}

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
        >
          <div class="form-actions">
            <ButtonLink kind="secondary" href={paths.account(language)}>
              {texts.frame.account}
            </ButtonLink>
          </div>
        </LinkSent>
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
