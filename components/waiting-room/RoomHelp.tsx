import { Icon } from "@/components/ui/Icon.tsx";
import { Sheet } from "@/components/ui/Sheet.tsx";
import { phoneLink } from "@/domain/phone.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { TelephoneInstead } from "./TelephoneInstead.tsx";

interface RoomHelpProps {
  id: string;
  /** The helpdesk: its number, and when somebody answers it. */
  helpdesk: { phone: string; hours: string };
  /** The number that was given to be telephoned; null before that is asked for. */
  telephone: string | null;
  onTelephone: () => void;
  /** Where a third person is invited. */
  invite: { href: string; text: string };
  leaveHref: string;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** Nobody calls: whom to ring, how to be telephoned, who else may come. On a desk it stands in the band and below it. */
export function RoomHelp(props: RoomHelpProps) {
  const { id, helpdesk, invite, texts } = props;
  return (
    <Sheet id={id} title={texts.helpTitle} closeLabel={texts.closeSheet}>
      <p>
        {texts.nobodyComes}{" "}
        <a href={phoneLink(helpdesk.phone)} class="no-wrap">{helpdesk.phone}</a>
        <br />
        <span class="soft small">{helpdesk.hours}</span>
      </p>
      <TelephoneInstead
        telephone={props.telephone}
        onAsk={props.onTelephone}
        texts={props.connection}
      />
      <p>
        <a class="text-link" href={invite.href} target="_blank">
          <Icon name="user" />
          {invite.text}
        </a>
      </p>
      <p>
        <a class="text-link" href={props.leaveHref}>{texts.leaveRoom}</a>
      </p>
    </Sheet>
  );
}
