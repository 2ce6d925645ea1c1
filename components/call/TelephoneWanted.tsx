import { Button } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { groupedPhone } from "@/domain/digit_groups.ts";
import { phoneLink } from "@/domain/phone.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { t } from "@/i18n/mod.ts";

interface TelephoneWantedProps {
  /** The patient's number (E.164); null when they did not ask. */
  telephone: string | null;
  /** The patient's name. */
  name: string;
  /** The doctor notes that they talk by telephone; absent once noted. */
  onTelephone?: () => void;
  texts: ConnectionTexts;
}

/** The patient asks to be telephoned: the number, and the note that it is so. */
export function TelephoneWanted(props: TelephoneWantedProps) {
  const { telephone, name, onTelephone, texts } = props;
  if (telephone === null) return null;
  return (
    <Notice kind={onTelephone ? "warning" : "info"}>
      <p>
        {t(onTelephone ? texts.telephoneWanted : texts.telephoneNumber, {
          name,
        })}{" "}
        <a class="no-wrap" href={phoneLink(telephone)}>
          {groupedPhone(telephone)}
        </a>
      </p>
      {onTelephone && (
        <>
          <p>
            <Button type="button" kind="secondary" onClick={onTelephone}>
              {texts.telephoneNote}
            </Button>
          </p>
          <p class="soft small">{texts.telephoneNoteText}</p>
        </>
      )}
    </Notice>
  );
}
