import type { ComponentChildren } from "preact";
import { Button } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { t, type Text } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { fieldState, type FormState, summary } from "./form_state.ts";

interface EmailFormProps {
  title: string;
  intro: string;
  action: string;
  form: FormState;
  /** Where the link went, once it was asked for. */
  email?: string;
  /** What is said then; defaults to the words for a link to an account. */
  sent?: Text<"email">;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** Asks for the address to which a link shall go, then says the same whether that address is known or not. */
export function EmailForm(props: EmailFormProps) {
  const { title, intro, action, form, email, sent, texts } = props;
  const { account, frame } = texts;
  if (email) return <LinkSent email={email} sent={sent} texts={texts} />;
  return (
    <div class="stack column">
      <h1>{title}</h1>
      <ErrorSummary title={frame.problem} errors={summary(form, account)} />
      <p>{intro}</p>
      <form class="form" method="post" action={action} novalidate>
        <Field
          {...fieldState(form, "email", account)}
          label={account.email}
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        <div class="form-actions">
          <Button>{account.linkSend}</Button>
        </div>
      </form>
    </div>
  );
}

/** The same words whether the address is known or not. */
export function LinkSent(
  { email, sent, children, texts: { account } }: {
    email: string;
    /** Defaults to that of a link to an account. */
    sent?: Text<"email">;
    /** Where one can go from here. */
    children?: ComponentChildren;
    texts: EmailFormProps["texts"];
  },
) {
  return (
    <div class="stack column">
      <h1>{account.linkSentTitle}</h1>
      <p>{t(sent ?? account.linkSentText, { email })}</p>
      {children}
    </div>
  );
}
