import { Button } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { AddressFields } from "./AddressFields.tsx";
import { fieldState, type FormState, summary } from "./form_state.ts";

interface SignUpFormProps {
  form: FormState;
  action: string;
  /** Names this form: sent twice it is one sign-up. */
  id: string;
  language: Language;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** What a new patient has to tell (docs/specification.md, 3.2). */
export function SignUpForm(props: SignUpFormProps) {
  const { form, action, id, language, texts: { account, frame } } = props;
  return (
    <section class="card sign-up" aria-labelledby="sign-up">
      <h2 id="sign-up">{frame.signUp}</h2>
      <p class="soft">{account.signUpIntro}</p>
      <ErrorSummary title={frame.problem} errors={summary(form, account)} />
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="form" value="sign-up" />
        <input type="hidden" name="id" value={id} />
        <IdentityFields {...props} />
        <ContactFields {...props} />
        <fieldset>
          <legend>{account.addressLegend}</legend>
          <p class="field-hint">{account.addressHint}</p>
          <AddressFields form={form} language={language} texts={account} />
        </fieldset>
        <p class="soft">
          {account.privacyNote}{" "}
          <a href={paths.privacy(language)}>{frame.privacy}</a> {account.and}
          {" "}
          <a href={paths.terms(language)}>{account.terms}</a>.
        </p>
        <div class="form-actions">
          <Button>{frame.send}</Button>
        </div>
      </form>
    </section>
  );
}

function IdentityFields({ form, texts: { account } }: SignUpFormProps) {
  return (
    <fieldset>
      <legend>{account.identityLegend}</legend>
      <Field
        {...fieldState(form, "matricule", account)}
        label={account.matricule}
        hint={account.matriculeHint}
        inputmode="numeric"
        autocomplete="off"
        width={13}
      />
      <div class="field-row">
        <Field
          {...fieldState(form, "first_name", account)}
          label={account.firstName}
          hint={account.firstNameHint}
          required={false}
          autocomplete="given-name"
        />
        <Field
          {...fieldState(form, "last_name", account)}
          label={account.lastName}
          autocomplete="family-name"
        />
      </div>
    </fieldset>
  );
}

function ContactFields({ form, texts: { account } }: SignUpFormProps) {
  return (
    <fieldset>
      <legend>{account.contactLegend}</legend>
      <Field
        {...fieldState(form, "email", account)}
        label={account.email}
        hint={account.emailHint}
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Field
        {...fieldState(form, "phone", account)}
        label={account.phone}
        hint={account.phoneHint}
        type="tel"
        autocomplete="tel"
        width={20}
      />
    </fieldset>
  );
}
