import { Button } from "@/components/ui/Button.tsx";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import type { BookingTexts } from "@/i18n/fr/booking.ts";

interface TermsFormProps {
  /** The booking's page. */
  action: string;
  /** ISO instant. */
  start: string;
  /** Id of the reason for the visit. */
  reason?: string;
  /** Sent without the tick. */
  error: boolean;
  termsHref: string;
  texts: Pick<
    BookingTexts,
    | "acceptTerms"
    | "acceptTermsError"
    | "readTerms"
    | "confirmSlot"
    | "confirmSlotNext"
  >;
}

/** The terms, and the way on to the second step. A GET form: going back and forth books nothing. */
export function TermsForm(props: TermsFormProps) {
  const { action, start, reason, error, termsHref, texts } = props;
  return (
    <form
      method="get"
      class="ticket-actions"
      action={action.split("?")[0]}
      novalidate
    >
      <input type="hidden" name="start" value={start} />
      {reason && <input type="hidden" name="reason" value={reason} />}
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
      <Button>{texts.confirmSlot}</Button>
      <p class="ticket-note">{texts.confirmSlotNext}</p>
    </form>
  );
}
