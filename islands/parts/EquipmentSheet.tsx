import { Sheet } from "@/components/ui/Sheet.tsx";
import type { DevicesStore } from "@/browser/devices.ts";
import type { NetworkPlaces } from "@/domain/network.ts";
import { phoneLink } from "@/domain/phone.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import { BlockedHelp } from "@/components/waiting-room/BlockedHelp.tsx";
import { TelephoneInstead } from "@/components/waiting-room/TelephoneInstead.tsx";
import {
  type ReadyTick,
  ReadyTicks,
} from "@/components/waiting-room/ReadyTicks.tsx";

import { EquipmentSettings } from "./EquipmentSettings.tsx";
import { NetworkCheck } from "./NetworkCheck.tsx";

interface EquipmentSheetProps {
  id: string;
  devices: DevicesStore;
  ticks: readonly ReadyTick[];
  /** Whom to call. */
  helpdesk: { phone: string };
  /** The number that was given to be telephoned; null before that is asked for. */
  telephone: string | null;
  onTelephone: () => void;
  places: NetworkPlaces;
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** Camera, microphone and loudspeaker to choose and to try; what is ready; whom to call when it does not work. */
export function EquipmentSheet(props: EquipmentSheetProps) {
  const { id, devices, ticks, helpdesk, texts, connection } = props;
  const media = devices.media.value;
  return (
    <Sheet id={id} title={texts.equipmentTitle} closeLabel={texts.closeSheet}>
      {media
        ? (
          <EquipmentSettings
            devices={devices}
            texts={texts}
            connection={connection}
          />
        )
        : <p>{texts.setupText}</p>}
      {/* Without a picture the help stands on the stage. */}
      {media?.microphoneProblem === "refused" && !media.cameraProblem && (
        <BlockedHelp texts={texts} />
      )}
      <NetworkCheck
        places={props.places}
        language={props.language}
        texts={connection}
      />
      <ReadyTicks label={texts.whatIsReady} ticks={ticks} />
      <p>
        {texts.notWorking}{" "}
        <a href={phoneLink(helpdesk.phone)} class="no-wrap">{helpdesk.phone}</a>
      </p>
      <TelephoneInstead
        telephone={props.telephone}
        onAsk={props.onTelephone}
        texts={connection}
      />
    </Sheet>
  );
}
