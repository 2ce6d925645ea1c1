import type { ComponentChildren } from "preact";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { maskPhone } from "@/domain/phone.ts";
import { t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface CodeWindowProps {
  /** Where both forms post to. */
  action: string;
  /** What both forms send along: which code is meant, since another tab may wait for another one. */
  hidden: Readonly<Record<string, string>>;
  /** Where Close leads. */
  close: string;
  /** E.164; null when no code went out yet. */
  sentTo: string | null;
  /** Another code has just been sent. */
  sentAgain: boolean;
  /** What was wrong with the code, in words. */
  problem?: string;
  /** Below the code: what else is worth knowing. */
  hint?: string;
  /** What just happened, below the heading. */
  notice?: ComponentChildren;
  /** The button that asks for another code. */
  resend: ComponentChildren;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** The window that asks for the code of an SMS: Confirm, Close, and another code. */
export function CodeWindow(props: CodeWindowProps) {
  const { action, close, problem, texts: { account, frame } } = props;
  return (
    <section class="code-window" aria-labelledby="code-title">
      <h1 id="code-title">{account.codeTitle}</h1>
      {props.notice}
      <Sending {...props} />
      <ErrorSummary
        title={frame.problem}
        errors={problem ? [{ id: "field-code", message: problem }] : []}
      />
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="step" value="confirm" />
        <Hidden fields={props.hidden} />
        <Field
          name="code"
          label={account.codeLabel}
          hint={account.codeHint}
          error={problem}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={6}
          spellcheck={false}
          autofocus={!problem}
        />
        <div class="form-actions">
          <Button>{frame.confirm}</Button>
          <ButtonLink kind="secondary" href={close}>{frame.close}</ButtonLink>
        </div>
      </form>
      <div class="code-help">
        <p>{account.codeHelp}</p>
        {props.hint && <p>{props.hint}</p>}
        <form method="post" action={action}>
          <input type="hidden" name="step" value="resend" />
          <Hidden fields={props.hidden} />
          {props.resend}
        </form>
      </div>
    </section>
  );
}

function Hidden({ fields }: { fields: CodeWindowProps["hidden"] }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Whether and where a code went. */
function Sending({ sentTo, sentAgain, texts: { account } }: CodeWindowProps) {
  if (sentTo === null) {
    return (
      <Notice kind="warning" announce>
        <p>{account.codeNotSentYet}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>{t(account.codeSentTo, { phone: maskPhone(sentTo) })}</p>
      {sentAgain && (
        <Notice kind="success" announce>
          <p>{account.codeSentAgain}</p>
        </Notice>
      )}
    </>
  );
}
