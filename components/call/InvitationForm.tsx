import { Button } from "@/components/ui/Button.tsx";
import { Choices } from "@/components/ui/Choices.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { guestRoles } from "@/domain/guests.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import { type Language, languageNames, languages } from "@/i18n/mod.ts";

interface InvitationFormProps {
  /** What was typed, when it was refused. */
  typed: Readonly<Record<string, string>>;
  /** What is wrong with which field. */
  problems: Readonly<Record<string, string>>;
  /** Title of the list of what is wrong. */
  problemTitle: string;
  language: Language;
  texts: GuestTexts;
}

/** Invites a third person: who they are, as what they take part, and where the link goes. */
export function InvitationForm(props: InvitationFormProps) {
  const { typed, problems, language, texts } = props;
  return (
    <form method="post" class="stack" noValidate>
      <ErrorSummary
        title={props.problemTitle}
        errors={Object.entries(problems).map(([name, message]) => ({
          id: `field-${name}`,
          message,
        }))}
      />
      <Field
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        error={problems.name}
        value={typed.name}
        autocomplete="off"
      />
      <Choices
        name="role"
        legend={texts.roleLegend}
        layout="row"
        value={typed.role ?? "relative"}
        options={guestRoles.map((role) => ({
          value: role,
          label: texts[role],
        }))}
      />
      <Field
        name="detail"
        label={texts.detail}
        hint={texts.detailHint}
        error={problems.detail}
        optional={texts.optional}
        value={typed.detail}
        autocomplete="off"
      />
      <Field
        name="contact"
        label={texts.contact}
        hint={texts.contactHint}
        error={problems.contact}
        value={typed.contact}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Select
        name="language"
        label={texts.guestLanguage}
        value={typed.language ?? language}
        options={languages.map((one) => ({
          value: one,
          label: languageNames[one],
        }))}
      />
      <div class="form-actions">
        <Button name="act" value="invite">{texts.send}</Button>
      </div>
    </form>
  );
}
