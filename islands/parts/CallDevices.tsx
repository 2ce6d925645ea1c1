import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CallStore } from "@/browser/call.ts";
import {
  type DeviceChoice,
  type DeviceLists,
  listDevices,
  rememberChoice,
  rememberedChoice,
} from "@/browser/media.ts";
import { DeviceSettings } from "@/components/waiting-room/DeviceSettings.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { EffectSettings } from "./EffectSettings.tsx";

interface CallDevicesProps {
  call: CallStore;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
  onLoudspeaker: (id: string) => void;
  /** Escape was pressed. */
  onClose: () => void;
}

/** Another camera, microphone or loudspeaker during the call. */
export function CallDevices(props: CallDevicesProps) {
  const { call, texts, onLoudspeaker, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  const [lists, setLists] = useState<DeviceLists>({
    cameras: [],
    microphones: [],
    loudspeakers: [],
  });
  const [choice, setChoice] = useState<DeviceChoice>(rememberedChoice);
  // At once: the next key is meant for it.
  useLayoutEffect(() => {
    // It stands after the chat in the page: the keyboard would have a long way from its button, and back.
    const opener = document.activeElement;
    panel.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onClose();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [onClose]);
  useEffect(() => {
    const list = () => void listDevices().then(setLists);
    list();
    navigator.mediaDevices?.addEventListener("devicechange", list);
    return () =>
      navigator.mediaDevices?.removeEventListener("devicechange", list);
  }, []);
  const choose = (change: Partial<DeviceChoice>) => {
    setChoice({ ...choice, ...change });
    if (change.camera !== undefined) call.media.change("video", change.camera);
    if (change.microphone !== undefined) {
      call.media.change("audio", change.microphone);
    }
    if (change.loudspeaker !== undefined) {
      rememberChoice({
        ...rememberedChoice(),
        loudspeaker: change.loudspeaker,
      });
      onLoudspeaker(change.loudspeaker);
    }
  };
  return (
    <div
      class="call-devices card"
      ref={panel}
      role="group"
      aria-label={texts.changeDevices}
      tabIndex={-1}
    >
      <DeviceSettings
        lists={lists}
        choice={choice}
        texts={texts}
        onChoose={choose}
      />
      <EffectSettings effects={call.media.effects} texts={props.connection} />
    </div>
  );
}
