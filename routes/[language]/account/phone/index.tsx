import { page } from "fresh";
import { ContactChangeForm } from "@/components/account/ContactChangeForm.tsx";
import {
  emptyForm,
  isRefused,
  restoredForm,
} from "@/components/account/form_state.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { maskPhone } from "@/domain/phone.ts";
import { t } from "@/i18n/mod.ts";
import { takePhoneChange } from "@/services/accounts/contact_forms.ts";
import { readProfile } from "@/services/accounts/profile.ts";
import { readFormAgain } from "@/services/http/form_again.ts";
import { readForm } from "@/services/http/form.ts";
import { redirectWithOutcome } from "@/services/http/form_outcome.ts";
import { requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const { auth, texts: { account, frame } } = ctx.state;
    const [{ phone }, again] = await Promise.all([
      readProfile(person, auth),
      readFormAgain(ctx, person),
    ]);
    const form = again ? restoredForm(again, account) : emptyForm;
    const refused = isRefused(form);
    ctx.state.title = (refused ? frame.errorPrefix : "") + account.phoneChange;
    return page({ form, phone, id: crypto.randomUUID() }, {
      status: refused ? 422 : 200,
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const { language } = ctx.state;
    const refused = await takePhoneChange(form, { ...ctx.state, person });
    if (refused === null) {
      return ctx.redirect(paths.phoneChangeCode(language), 303);
    }
    const path = paths.phoneChange(language);
    return await redirectWithOutcome(ctx, path, refused, person.id);
  },
});

/** Another mobile number: the password again, then the code that goes to it. */
export default define.page<typeof handler>(
  function PhoneChange({ data, state: { language, texts } }) {
    return (
      <ContactChangeForm
        contact="phone"
        current={t(texts.account.phoneNow, { phone: maskPhone(data.phone) })}
        form={data.form}
        id={data.id}
        language={language}
        texts={texts}
      />
    );
  },
);
