import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CallStore } from "@/browser/call.ts";
import { watchLevel } from "@/browser/level.ts";
import {
  type DeviceChoice,
  type DeviceLists,
  listDevices,
  rememberChoice,
  rememberedChoice,
} from "@/browser/media.ts";
import { CallMore, type CallMoreProps } from "@/components/call/CallMore.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { DeviceSettings } from "@/components/waiting-room/DeviceSettings.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { EffectSettings } from "./EffectSettings.tsx";
import { useSoundTest } from "./SoundTest.tsx";

interface CallDevicesProps extends CallMoreProps {
  call: CallStore;
  connection: ConnectionTexts;
  onLoudspeaker: (id: string) => void;
  /** Escape was pressed, or outside. */
  onClose: () => void;
}

/** Another camera, microphone or loudspeaker during the call, and what has no button in a narrow bar. */
export function CallDevices(props: CallDevicesProps) {
  const { call, texts, onLoudspeaker, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  const [lists, setLists] = useState<DeviceLists>({
    cameras: [],
    microphones: [],
    loudspeakers: [],
  });
  const level = useSignal(0);
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
    // Its own button closes it by itself.
    const outside = ({ target }: PointerEvent) => {
      const inside = target instanceof Element &&
        target.closest(".call-devices, [aria-expanded='true']");
      if (!inside) onClose();
    };
    addEventListener("keydown", pressed);
    addEventListener("pointerdown", outside);
    return () => {
      removeEventListener("keydown", pressed);
      removeEventListener("pointerdown", outside);
    };
  }, [onClose]);
  const stream = call.media.stream.value;
  useEffect(() => {
    if (stream === null) return;
    return watchLevel(stream, (heard) => level.value = heard);
  }, [stream]);
  const sound = useSoundTest(choice.loudspeaker, props.connection);
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
      <div class="sheet-head">
        <h2>{texts.wordDevices}</h2>
        <ScriptButton
          class="sheet-close"
          aria-label={texts.closeSheet}
          onClick={onClose}
        >
          <Icon name="cross" />
        </ScriptButton>
      </div>
      <CallMore {...props} />
      <DeviceSettings
        lists={lists}
        choice={choice}
        texts={texts}
        level={level}
        onChoose={choose}
        onTest={sound.test}
        tested={sound.said}
      />
      <EffectSettings effects={call.media.effects} texts={props.connection} />
    </div>
  );
}
