import { Button } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { PasswordField } from "@/components/ui/PasswordField.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { fieldState, type FormState, summary } from "./form_state.ts";

interface SignInFormProps {
  form: FormState;
  action: string;
  language: Language;
  texts: Pick<Catalogue, "account" | "frame" | "moving">;
}

/** E-mail address or matricule, and the password. */
export function SignInForm({ form, action, language, texts }: SignInFormProps) {
  const { account, frame } = texts;
  return (
    <section class="card" aria-labelledby="sign-in">
      <h2 id="sign-in">{frame.signIn}</h2>
      <p class="soft">{account.signInIntro}</p>
      <ErrorSummary title={frame.problem} errors={summary(form, account)} />
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="form" value="sign-in" />
        <Field
          {...fieldState(form, "identifier", account)}
          label={account.identifier}
          autocomplete="username"
          spellcheck={false}
          autocapitalize="none"
        />
        <PasswordField
          name="password"
          label={account.password}
          hint={account.thenCode}
          error={fieldState(form, "password", account).error}
          autocomplete="current-password"
        />
        <div class="form-actions">
          <Button>{frame.signIn}</Button>
        </div>
      </form>
      <ul class="form-ways">
        <li>
          <a href={paths.passwordForgotten(language)}>
            {account.passwordForgotten}
          </a>
        </li>
        <li>
          <a href={paths.activationLink(language)}>{account.activationLost}</a>
        </li>
        <li>
          <a href={paths.appointmentLink(language)}>{texts.moving.lostLink}</a>
        </li>
      </ul>
    </section>
  );
}
