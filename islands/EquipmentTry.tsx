import { DevicesStore } from "@/browser/devices.ts";
import { useStore } from "@/browser/use_store.ts";
import { Button } from "@/components/ui/Button.tsx";
import { SelfView } from "@/components/waiting-room/SelfView.tsx";
import { deviceTrouble } from "@/components/waiting-room/checks.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import type { NetworkPlaces } from "@/domain/network.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import { BrowserCheck } from "./BrowserCheck.tsx";
import { EquipmentSettings } from "./parts/EquipmentSettings.tsx";
import { NetworkCheck } from "./parts/NetworkCheck.tsx";
import { OtherDevices } from "./parts/OtherDevices.tsx";

interface EquipmentTryProps {
  places: NetworkPlaces;
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** The equipment and the line, tried days ahead: nobody else sees or hears anything. */
export function EquipmentTry(props: EquipmentTryProps) {
  const { places, language, texts, connection } = props;
  const devices = useStore(() => new DevicesStore());
  const state = devices.state.value;
  const media = devices.media.value;
  const trouble = media && deviceTrouble(media, texts);
  return (
    <div class="page-grid">
      <div class="page-main">
        <div class="try-picture">
          <SelfView
            state={state}
            media={media}
            stream={devices.shown.value}
            onRetry={state === "closed" ? undefined : () => void devices.open()}
            texts={texts}
          />
        </div>
        <BrowserCheck jitsiUrl={places.jitsiUrl} texts={connection}>
          {connection.browserTelephone}
        </BrowserCheck>
        {state === "closed" && (
          <div class="stack">
            <p>{texts.setupText}</p>
            <div class="form-actions">
              <Button
                type="button"
                icon="settings"
                onClick={() => void devices.open()}
              >
                {texts.setupButton}
              </Button>
            </div>
          </div>
        )}
        {trouble && (
          <Notice kind="warning" title={trouble.title}>
            <p>{trouble.advice}</p>
          </Notice>
        )}
        <OtherDevices devices={devices} texts={texts} />
      </div>
      <div class="panel try-settings">
        {media && (
          <EquipmentSettings
            devices={devices}
            texts={texts}
            connection={connection}
          />
        )}
        <NetworkCheck
          auto
          places={places}
          language={language}
          texts={connection}
        />
      </div>
    </div>
  );
}
