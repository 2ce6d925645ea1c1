import type { ComponentChildren } from "preact";
import { Band } from "@/components/ui/Band.tsx";
import { Button } from "@/components/ui/Button.tsx";
import type { GuestVisit } from "@/domain/guests.ts";
import { phoneLink } from "@/domain/phone.ts";
import { doctorName } from "@/domain/records.ts";
import { formatDay, formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface GuestBandProps {
  visit: GuestVisit;
  /** Camera and microphone: nothing was asked for yet, or it was. */
  devices: "closed" | "opening" | "open";
  /** How long they wait already: `3:12`. */
  clock: ComponentChildren;
  /** The helpdesk's. */
  phone: string;
  /** The buttons do something already. */
  awake: boolean;
  onOpen: () => void;
  onArrive: () => void;
  language: Language;
  guest: GuestTexts;
  texts: ConsultationTexts;
}

/** Where a guest stands before the call, in one sentence, with its one action. */
export function GuestBand(props: GuestBandProps) {
  const { visit, devices, awake, onArrive, language, guest, texts } = props;
  const doctor = doctorName(visit.doctor, language);
  const zone = visit.doctor.time_zone;
  if (visit.state === "waiting") {
    return (
      <Band
        announced
        kind="wait"
        icon="clock"
        title={guest.waitTitle}
        end={
          <p class="band-clock">
            <span>{texts.waitingSince}</span> <strong>{props.clock}</strong>
          </p>
        }
      >
        <p>{t(guest.waitText, { doctor })}</p>
        <p class="band-help">
          {guest.nobodyComes}{" "}
          <a href={phoneLink(props.phone)} class="no-wrap">{props.phone}</a>
        </p>
      </Band>
    );
  }
  if (visit.state === "admitted") {
    return (
      <Band
        announced
        kind="called"
        icon="phone"
        title={t(guest.admittedTitle, { doctor })}
      >
        <p>{guest.admittedText}</p>
      </Band>
    );
  }
  const left = visit.state === "left";
  const title = left ? guest.leftTitle : texts.prepareState;
  const early = Date.parse(visit.now) < Date.parse(visit.opens_at);
  const closed = devices !== "open" && !left;
  return (
    <Band
      announced
      icon="camera"
      title={title}
      end={closed
        ? (
          <Button
            type="button"
            icon="settings"
            disabled={!awake || devices === "opening"}
            onClick={props.onOpen}
          >
            {texts.setupButton}
          </Button>
        )
        : !early && (
          <Button type="button" disabled={!awake} onClick={onArrive}>
            {left ? guest.comeBack : guest.askIn}
          </Button>
        )}
    >
      <p>
        {left
          ? guest.leftText
          : closed
          ? texts.setupText
          : early
          ? t(guest.opensAt, {
            day: formatDay(visit.opens_at, language, zone),
            time: formatTime(visit.opens_at, language, zone),
          })
          : guest.prepareText}
      </p>
    </Band>
  );
}
