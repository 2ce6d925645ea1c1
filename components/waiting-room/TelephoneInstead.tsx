import { Button } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { groupedPhone } from "@/domain/digit_groups.ts";
import type { Act } from "@/domain/transitions.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { t } from "@/i18n/mod.ts";

interface TelephoneInsteadProps {
  /** The number that was given; null before it is asked for. */
  telephone: string | null;
  onAsk: () => void;
  texts: ConnectionTexts;
}

/** Video cannot be had: one press asks the doctor to telephone. Nothing once that is asked. */
export function TelephoneInstead(
  { telephone, onAsk, texts }: TelephoneInsteadProps,
) {
  if (telephone !== null) return null;
  return (
    <div class="stack stack-s">
      <p>
        <Button type="button" kind="secondary" icon="phone" onClick={onAsk}>
          {texts.telephoneInstead}
        </Button>
      </p>
      <p class="soft small">{texts.telephoneSentence}</p>
    </div>
  );
}

interface TelephoneAskedProps {
  telephone: string | null;
  /** The doctor's name. */
  doctor: string;
  /** Takes the request back; without a script the button is its form's. */
  onVideo?: () => void;
  texts: ConnectionTexts;
}

/** What the patient reads after they asked: who telephones, and at which number; one press takes it back. */
export function TelephoneAsked(
  { telephone, doctor, onVideo, texts }: TelephoneAskedProps,
) {
  if (telephone === null) return null;
  return (
    <Notice
      kind="success"
      title={t(texts.telephoneAskedTitle, { doctor })}
    >
      <p>{t(texts.telephoneAskedText, { phone: groupedPhone(telephone) })}</p>
      <p>
        <Button
          {...onVideo
            ? { type: "button", onClick: onVideo }
            : { name: "act", value: "withdraw_telephone" satisfies Act }}
          kind="secondary"
          icon="camera"
        >
          {texts.telephoneWithdraw}
        </Button>
      </p>
      <p class="soft small">{texts.telephoneWithdrawText}</p>
    </Notice>
  );
}
