import type { ComponentChildren } from "preact";
import { Button } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import type { Catalogue } from "@/i18n/texts.ts";

interface PasswordFormProps {
  title: string;
  intro: string;
  /** Whose account it is, where that has to be seen. */
  note?: string;
  action: string;
  /** What is wrong, in words, by field. */
  problems: { password?: string; repeated?: string };
  /** The two fields. */
  fields: ComponentChildren;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** Chooses a password: the range in force, twice the same. */
export function PasswordForm(props: PasswordFormProps) {
  const { title, intro, note, action, problems, fields, texts } = props;
  const errors = (["password", "repeated"] as const).flatMap((name) =>
    problems[name] ? [{ id: `field-${name}`, message: problems[name] }] : []
  );
  return (
    <div class="stack column">
      <h1>{title}</h1>
      {note && <p>{note}</p>}
      <p>{intro}</p>
      <ErrorSummary title={texts.frame.problem} errors={errors} />
      <form class="form" method="post" action={action} novalidate>
        {fields}
        <p class="soft">{texts.account.passwordAdvice}</p>
        <div class="form-actions">
          <Button>{texts.account.validate}</Button>
        </div>
      </form>
    </div>
  );
}
