import type { ComponentChildren } from "preact";
import { Band } from "@/components/ui/Band.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { phoneLink } from "@/domain/phone.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";
import { type DeviceState, deviceTrouble } from "./checks.ts";

interface PrepareBandProps {
  state: "closed" | "opening" | "open";
  media: DeviceState | null;
  onOpen: () => void;
  onStart: () => void;
  /** Asks to be telephoned instead. */
  onTelephone: () => void;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** Before one waits: allow the devices, see oneself, then start; or what the browser refuses. */
export function PrepareBand(props: PrepareBandProps) {
  const { state, media, onOpen, onStart, texts } = props;
  if (state !== "open" || media === null) {
    return (
      <Band
        icon="camera"
        title={texts.prepareState}
        end={state === "closed" && (
          <Button
            type="button"
            icon="settings"
            onClick={onOpen}
          >
            {texts.setupButton}
          </Button>
        )}
      >
        <p>{state === "closed" ? texts.setupText : texts.opening}</p>
      </Band>
    );
  }
  const trouble = deviceTrouble(media, texts);
  if (trouble === null) {
    return (
      <Band
        announced
        icon="camera"
        title={texts.prepareState}
        end={<Button type="button" onClick={onStart}>{texts.start}</Button>}
      >
        <p>{texts.prepareText}</p>
      </Band>
    );
  }
  return (
    <Band
      announced
      kind="refused"
      icon={media.cameraProblem ? "camera-off" : "microphone-off"}
      title={trouble.title}
      end={
        <div class="row">
          <Button type="button" onClick={onOpen}>{texts.tryAgain}</Button>
          <Button type="button" kind="quiet" onClick={onStart}>
            {trouble.start}
          </Button>
          <Button
            type="button"
            kind="quiet"
            icon="phone"
            onClick={props.onTelephone}
          >
            {props.connection.telephoneInstead}
          </Button>
        </div>
      }
    >
      <p>{trouble.advice} {trouble.without}</p>
    </Band>
  );
}

interface WaitBandProps {
  /** Place, delay, and that the page stays open. */
  text: string;
  /** How long already: `3:12`. */
  clock: ComponentChildren;
  phone: string;
  /** Asks to be telephoned instead; absent once asked. */
  onTelephone?: () => void;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** One waits: the doctor is told, how long it may take, and whom to call when nobody comes. */
export function WaitBand(props: WaitBandProps) {
  const { text, clock, phone, onTelephone, texts, connection } = props;
  return (
    <Band
      announced
      kind="wait"
      icon="clock"
      title={texts.waitState}
      end={
        <p class="band-clock">
          <span>{texts.waitingSince}</span> <strong>{clock}</strong>
        </p>
      }
    >
      <p>{text}</p>
      <p class="band-help">
        {texts.nobodyComes}{" "}
        <a href={phoneLink(phone)} class="no-wrap">{phone}</a>
      </p>
      {onTelephone && (
        <p class="band-help">
          <ScriptButton class="link-button" onClick={onTelephone}>
            {connection.telephoneInstead}
          </ScriptButton>{" "}
          {connection.telephoneSentence}
        </p>
      )}
    </Band>
  );
}

/** The consultation is held by telephone: said here, where one can still write. */
export function TelephoneBand(
  { doctor, texts }: { doctor: string; texts: ConnectionTexts },
) {
  return (
    <Band announced icon="phone" title={texts.byTelephoneTitle}>
      <p>{t(texts.byTelephoneText, { doctor })}</p>
    </Band>
  );
}
