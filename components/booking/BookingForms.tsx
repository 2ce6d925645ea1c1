import { Button, ButtonLink } from "@/components/Button.tsx";
import { Checkbox } from "@/components/Checkbox.tsx";
import { Textarea } from "@/components/Textarea.tsx";
import type { BookingTexts } from "@/i18n/fr/booking.ts";

interface TermsFormProps {
  /** ISO instant. */
  start: string;
  /** Sent without the tick. */
  error: boolean;
  termsHref: string;
  backHref: string;
  confirm: string;
  texts: BookingTexts;
}

/** First step: the terms. A GET form: going back and forth books nothing. */
export function TermsForm(props: TermsFormProps) {
  const { start, error, termsHref, backHref, confirm, texts } = props;
  return (
    <form method="get" class="stack">
      <input type="hidden" name="start" value={start} />
      <input type="hidden" name="step" value="2" />
      <Checkbox
        name="terms"
        label={
          <>
            {texts.acceptTerms} <a href={termsHref}>{texts.readTerms}</a>
          </>
        }
        error={error ? texts.acceptTermsError : undefined}
      />
      <div class="row">
        <Button>{confirm}</Button>
        <ButtonLink kind="quiet" href={backHref}>{texts.otherSlot}</ButtonLink>
      </div>
    </form>
  );
}

interface SymptomsFormProps {
  /** Of the appointment to be: the form sent twice books once. */
  id: string;
  symptoms: string;
  tooLong: boolean;
  backHref: string;
  optional: string;
  texts: BookingTexts;
}

/** Second step: what the doctor should know, and the booking. */
export function SymptomsForm(props: SymptomsFormProps) {
  const { id, symptoms, tooLong, backHref, optional, texts } = props;
  return (
    <form method="post" class="stack">
      <input type="hidden" name="id" value={id} />
      <Textarea
        name="symptoms"
        label={texts.symptoms}
        hint={texts.symptomsHint}
        optional={optional}
        value={symptoms}
        error={tooLong ? texts.symptomsTooLong : undefined}
        rows={6}
      />
      <div class="row">
        <Button>{texts.book}</Button>
        <ButtonLink kind="quiet" href={backHref}>{texts.otherSlot}</ButtonLink>
      </div>
    </form>
  );
}
