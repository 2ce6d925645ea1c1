import { useEffect, useState } from "preact/hooks";
import { DevicesStore } from "@/browser/devices.ts";
import { GuestStore } from "@/browser/guest.ts";
import { callOf, keepPress, pressedHere } from "@/browser/pressed.ts";
import { useAwake } from "@/browser/use_awake.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { usePageTitle } from "@/browser/use_page_title.ts";
import { useStore } from "@/browser/use_store.ts";
import { keepAwake } from "@/browser/wake_lock.ts";
import { GuestEnd, isVisitOver } from "@/components/call/GuestEnd.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { Sheet } from "@/components/ui/Sheet.tsx";
import { deviceTrouble } from "@/components/waiting-room/checks.ts";
import { GuestBand } from "@/components/waiting-room/GuestBand.tsx";
import { SelfView } from "@/components/waiting-room/SelfView.tsx";
import { SetupButton } from "@/components/waiting-room/SetupButton.tsx";
import { elapsedText } from "@/components/waiting-room/waiting.ts";
import { WaitingRoomLayout } from "@/components/waiting-room/WaitingRoomLayout.tsx";
import { refusalText } from "@/domain/errors.ts";
import type { GuestVisit } from "@/domain/guests.ts";
import type { NetworkPlaces } from "@/domain/network.ts";
import { doctorName } from "@/domain/records.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { BrowserCheck } from "./BrowserCheck.tsx";
import { EquipmentSettings } from "./parts/EquipmentSettings.tsx";
import { LazyGuestCall, loadGuestCall } from "./parts/LazyGuestCall.tsx";
import { NetworkCheck } from "./parts/NetworkCheck.tsx";
import { OtherDevices } from "./parts/OtherDevices.tsx";
import { ComeIntoCall } from "./parts/ComeIntoCall.tsx";
import { Reopened } from "./parts/Reopened.tsx";
import { Ticking } from "./parts/Ticking.tsx";

interface GuestRoomProps {
  visit: GuestVisit;
  /** Where the line is measured. */
  places: NetworkPlaces;
  helpdesk: { phone: string; hours: string };
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
  guest: GuestTexts;
  errors: ErrorTexts;
}

const SHEET = "equipment";

/** The third person's page: set up, ask to come in, wait, talk, and what they are told at the end. */
export function GuestRoom(props: GuestRoomProps) {
  const { language, texts, connection, guest } = props;
  const store = useStore(() => new GuestStore(props.visit));
  const devices = useStore(() => new DevicesStore());
  const awake = useAwake();
  useFocusKept();
  const visit = store.visit.value;
  const { state } = visit;
  const over = isVisitOver(visit);
  const talks = !over && state === "admitted" && visit.talking;
  const call = callOf(`guest ${visit.starts_at}`, visit);
  /** They asked to come in, or back, in this window: nobody is seen or heard without a press. */
  const [pressed, setPressed] = useState(true);
  const press = (next: boolean) => {
    keepPress("call", next ? call : null);
    setPressed(next);
  };
  const awaited = talks && !pressed;
  const resumed = visit.resumed_at !== null;
  const reopened = awaited && resumed && visit.resumed_at === visit.reopened_at;
  const name = doctorName(visit.doctor, language);
  const waits = !over && (state === "waiting" || state === "admitted");

  useEffect(() => {
    // A reload comes back to where one was.
    if (waits && !talks && pressedHere("equipment", visit.starts_at)) {
      void devices.open();
    }
  }, []);
  const opened = devices.state.value !== "closed";
  useEffect(() => {
    if (opened) keepPress("equipment", visit.starts_at);
  }, [opened]);
  useEffect(() => {
    // Opened again or back from the telephone, it is another call than the one that was pressed for.
    if (!pressedHere("call", call)) setPressed(false);
  }, [call]);
  useEffect(() => {
    // The call opens camera and microphone itself, and after it nobody needs them.
    if (talks || over) devices.close();
  }, [talks, over]);
  useEffect(() => {
    if (!waits || talks) return;
    void loadGuestCall().catch(() => {}); // asked again when it is needed
    return keepAwake();
  }, [waits, talks]);

  useEffect(() => {
    if (over) press(false);
  }, [over]);
  usePageTitle(
    reopened ? t(texts.reopenedTitle, { doctor: name }) : null,
  );

  if (over || reopened) {
    return (
      <GuestEnd
        {...props}
        visit={visit}
        reopened={reopened && (
          <Reopened
            onComeBack={() => press(true)}
            texts={texts}
          />
        )}
      />
    );
  }
  if (awaited) {
    return (
      <ComeIntoCall
        title={t(resumed ? connection.videoAgain : texts.consultationWith, {
          name,
          doctor: name,
        })}
        rings={resumed}
        onComeIn={() => press(true)}
        texts={texts}
      />
    );
  }
  if (talks) {
    return (
      <LazyGuestCall
        {...props}
        visit={visit}
        onLeave={() => {
          press(false);
          void store.move("leave");
        }}
        onTaken={() => void store.refresh()}
      />
    );
  }
  const media = devices.media.value;
  const trouble = media && deviceTrouble(media, texts);
  const refusal = store.refusal.value;
  return (
    <WaitingRoomLayout
      picture={
        <SelfView
          state={devices.state.value}
          media={media}
          stream={devices.shown.value}
          onRetry={waits || opened ? () => void devices.open() : undefined}
          texts={texts}
        />
      }
      news={
        <div class="room-news" aria-live="polite">
          {!store.live.value && <Notice kind="warning">{guest.pageCut}</Notice>}
          <BrowserCheck
            jitsiUrl={props.places.jitsiUrl}
            texts={{
              browserTitle: connection.browserTitle,
              // In no other browser does their link open, unless they give it back.
              browserText: guest.browserText,
            }}
          />
          {trouble && (
            <Notice kind="warning" title={trouble.title}>
              <p>{trouble.advice} {trouble.without}</p>
            </Notice>
          )}
          <OtherDevices devices={devices} texts={texts} />
          {refusal !== null && (
            <Notice kind="error">
              {refusalText(refusal, props.errors, texts.stepFailed)}
            </Notice>
          )}
        </div>
      }
      band={
        <GuestBand
          visit={visit}
          devices={devices.state.value}
          awake={awake}
          phone={props.helpdesk.phone}
          clock={
            <Ticking
              clock={store.clock}
              show={(now) =>
                elapsedText(now - Date.parse(visit.waiting_since ?? visit.now))}
            />
          }
          onOpen={() => void devices.open()}
          onArrive={() => {
            press(true);
            void store.move("arrive");
          }}
          language={language}
          guest={guest}
          texts={texts}
        />
      }
      tools={
        <>
          {devices.state.value === "open" && (
            <SetupButton sheetId={SHEET} texts={texts} />
          )}
          {state !== "admitted" && (
            <form method="post" class="push">
              <button type="submit" class="button button-quiet">
                {guest.release}
              </button>
            </form>
          )}
        </>
      }
      sheet={
        <Sheet
          id={SHEET}
          title={texts.equipmentTitle}
          closeLabel={texts.closeSheet}
        >
          {media && (
            <EquipmentSettings
              devices={devices}
              texts={texts}
              connection={connection}
            />
          )}
          <NetworkCheck
            places={props.places}
            language={language}
            texts={connection}
          />
        </Sheet>
      }
    />
  );
}
