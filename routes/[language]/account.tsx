import { type Context, page } from "fresh";
import { AddressCard } from "@/components/account/AddressCard.tsx";
import { emptyForm, type FormState } from "@/components/account/form_state.ts";
import { IdentityCard } from "@/components/account/IdentityCard.tsx";
import { LanguageCard } from "@/components/account/LanguageCard.tsx";
import { SessionsCard } from "@/components/account/SessionsCard.tsx";
import { Notice } from "@/components/Notice.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { isLanguage } from "@/i18n/mod.ts";
import {
  readProfile,
  saveAddress,
  saveLanguage,
} from "@/services/accounts/profile.ts";
import { readAddressForm } from "@/services/accounts/sign_up_form.ts";
import { takeDraft } from "@/services/draft.ts";
import { readForm } from "@/services/form.ts";
import { requirePerson } from "@/services/guard.ts";
import type { Person } from "@/services/session.ts";

/** What was just changed, as `?saved=` says. */
const saved = {
  address: "addressSaved",
  language: "languageSaved",
  password: "passwordSaved",
} as const;

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const draft = await takeDraft(ctx.req, ctx.state.answer, person.id);
    return await show(ctx, person, {
      ...emptyForm,
      typed: draft?.form === "address" ? draft : {},
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    return await (form.get("form") === "language"
      ? changeLanguage(ctx, person, form)
      : changeAddress(ctx, person, form));
  },
});

async function changeLanguage(
  ctx: Context<State>,
  person: Person,
  form: FormData,
) {
  const language = form.get("language");
  if (!isLanguage(language)) return await show(ctx, person, emptyForm);
  await saveLanguage(person, language);
  return ctx.redirect(paths.account(language, "language"), 303);
}

async function changeAddress(
  ctx: Context<State>,
  person: Person,
  form: FormData,
) {
  const { typed, good, problems } = readAddressForm(form);
  if (!good) return await show(ctx, person, { typed, problems });
  await saveAddress(person, good);
  return ctx.redirect(paths.account(ctx.state.language, "address"), 303);
}

async function show(ctx: Context<State>, person: Person, address: FormState) {
  const { auth, texts: { frame } } = ctx.state;
  const profile = await readProfile(person, auth);
  const wrong = Object.keys(address.problems).length > 0;
  ctx.state.title = (wrong ? frame.errorPrefix : "") + frame.account;
  const typed = { ...profile.patient, ...address.typed };
  return page(
    { name: person.name, profile, address: { ...address, typed } },
    { status: wrong ? 422 : 200 },
  );
}

/** The person's own page: identity, address, language, sessions. */
export default define.page<typeof handler>(
  function Account({ data, state: { language, texts }, url }) {
    const { account, frame } = texts;
    const change = Object.entries(saved).find(([name]) =>
      name === url.searchParams.get("saved")
    )?.[1];
    return (
      <div class="stack column">
        <h1>{frame.account}</h1>
        <p class="soft">{account.profileText}</p>
        {change && (
          <Notice kind="success" announce>
            <p>{account[change]}</p>
            {change === "passwordSaved" && <p>{account.otherSessionsEnded}</p>}
          </Notice>
        )}
        <IdentityCard name={data.name} profile={data.profile} texts={account} />
        {data.profile.patient && (
          <AddressCard form={data.address} language={language} texts={texts} />
        )}
        <LanguageCard
          chosen={data.profile.language}
          language={language}
          texts={texts}
        />
        <SessionsCard language={language} texts={texts} />
      </div>
    );
  },
);
