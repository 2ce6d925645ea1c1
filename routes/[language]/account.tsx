import { type Context, page } from "fresh";
import { AddressCard } from "@/components/account/AddressCard.tsx";
import { DataCard } from "@/components/account/DataCard.tsx";
import { DependantsCard } from "@/components/account/DependantsCard.tsx";
import {
  emptyForm,
  type FormState,
  restoredForm,
} from "@/components/account/form_state.ts";
import { EmailChangeNotice } from "@/components/account/EmailChangeNotice.tsx";
import { ErasureNotice } from "@/components/account/ErasureNotice.tsx";
import { IdentityCard } from "@/components/account/IdentityCard.tsx";
import { LanguageCard } from "@/components/account/LanguageCard.tsx";
import { OrganisationsCard } from "@/components/account/OrganisationsCard.tsx";
import { SessionsCard } from "@/components/account/SessionsCard.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { isLanguage } from "@/i18n/mod.ts";
import { HiddenAfter } from "@/islands/HiddenAfter.tsx";
import { readDependants } from "@/services/accounts/dependants.ts";
import { readWaitingEmailChange } from "@/services/accounts/email_change.ts";
import { readErasureRequest } from "@/services/accounts/erasure.ts";
import {
  readProfile,
  saveAddress,
  saveLanguage,
} from "@/services/accounts/profile.ts";
import { readChosen } from "@/services/accounts/organisations.ts";
import { readAddressForm } from "@/services/accounts/sign_up_form.ts";
import { consumeDraft } from "@/services/http/draft.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePerson } from "@/services/http/guard.ts";
import type { Person } from "@/services/auth/session.ts";

/** What was just changed, as `?saved=` says. */
const saved = {
  address: "addressSaved",
  language: "languageSaved",
  password: "passwordSaved",
  "email-sent-again": "emailSentAgain",
  "email-withdrawn": "emailWithdrawn",
  organisation: "organisationSaved",
  erasure: "erasureSaved",
  "erasure-withdrawn": "erasureWithdrawn",
} as const;

const EMAIL_CHANGE_ID = "email-change";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const outcome = await readOutcome(ctx.req, person.id);
    if (outcome) {
      const refused = restoredForm(outcome, ctx.state.texts.account);
      return await show(ctx, person, refused);
    }
    const draft = await consumeDraft(
      ctx.req,
      ctx.state.responseHeaders,
      person.id,
    );
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
  if (!isLanguage(language)) {
    return ctx.redirect(paths.account(ctx.state.language), 303);
  }
  await saveLanguage(person, language);
  return ctx.redirect(paths.account(language, "language"), 303);
}

async function changeAddress(
  ctx: Context<State>,
  person: Person,
  form: FormData,
) {
  const { language } = ctx.state;
  const { typed, good, problems } = readAddressForm(form);
  if (!good) {
    const path = paths.account(language);
    return await redirectWithOutcome(ctx, path, { typed, problems }, person.id);
  }
  await saveAddress(person, good);
  return ctx.redirect(paths.account(language, "address"), 303);
}

async function show(ctx: Context<State>, person: Person, address: FormState) {
  const { auth, texts: { frame } } = ctx.state;
  const isPatient = person.kind === "patient";
  const [profile, emailChange, chosenOf, dependants, erasureAskedAt] =
    await Promise.all([
      readProfile(person, auth),
      readWaitingEmailChange(person),
      isPatient ? readChosen(person) : null,
      readDependants(person),
      isPatient ? readErasureRequest(person) : null,
    ]);
  const wrong = Object.keys(address.problems).length > 0;
  ctx.state.title = (wrong ? frame.errorPrefix : "") + frame.account;
  const typed = { ...profile.patient, ...address.typed };
  return page(
    {
      name: person.name,
      profile,
      emailChange,
      chosenOf,
      dependants,
      isPatient,
      erasureAskedAt,
      address: { ...address, typed },
    },
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
      <div class="page-main">
        <div class="stack stack-s">
          <h1>{frame.account}</h1>
          <p class="lead">{account.profileText}</p>
        </div>
        {data.erasureAskedAt && (
          <ErasureNotice
            askedAt={data.erasureAskedAt}
            language={language}
            texts={texts.accountData}
          />
        )}
        {change && (
          <Notice kind="success" announce>
            <p>
              {{ ...account, ...texts.accountData, ...texts.documents }[change]}
            </p>
            {change === "passwordSaved" && <p>{account.otherSessionsEnded}</p>}
          </Notice>
        )}
        {data.emailChange && (
          <div id={EMAIL_CHANGE_ID}>
            <EmailChangeNotice
              change={data.emailChange}
              language={language}
              texts={account}
            />
            <HiddenAfter
              part={EMAIL_CHANGE_ID}
              now={new Date().toISOString()}
              until={data.emailChange.ends_at}
            />
          </div>
        )}
        <div class="page-grid">
          <div class="page-main">
            {data.profile.patient && (
              <AddressCard
                form={data.address}
                language={language}
                texts={texts}
              />
            )}
            {data.chosenOf && (
              <OrganisationsCard
                chosen={data.chosenOf(null)}
                language={language}
                texts={texts.documents}
              />
            )}
            {data.chosenOf && data.dependants.length > 0 && (
              <DependantsCard
                dependants={data.dependants}
                chosenOf={data.chosenOf}
                language={language}
                texts={texts}
              />
            )}
            <LanguageCard
              chosen={data.profile.language}
              language={language}
              texts={texts}
            />
          </div>
          <aside
            class="page-aside page-aside-full"
            aria-label={account.profileText}
          >
            <IdentityCard
              name={data.name}
              profile={data.profile}
              language={language}
              texts={account}
            />
            <div class="stack">
              <SessionsCard language={language} texts={texts} />
              {data.isPatient && (
                <DataCard
                  mayAskErasure={data.erasureAskedAt === null}
                  language={language}
                  texts={texts.accountData}
                />
              )}
            </div>
          </aside>
        </div>
      </div>
    );
  },
);
