import { useEffect, useState } from "preact/hooks";
import {
  type DeviceChoice,
  type DeviceLists,
  listDevices,
  rememberChoice,
  rememberedChoice,
} from "@/browser/devices.ts";
import type { LiveCall } from "@/browser/use_call.ts";
import { DeviceSettings } from "@/components/consultation/DeviceSettings.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface CallDevicesProps {
  call: LiveCall;
  texts: ConsultationTexts;
  onLoudspeaker: (id: string) => void;
}

/** Another camera, microphone or loudspeaker during the call. */
export function CallDevices({ call, texts, onLoudspeaker }: CallDevicesProps) {
  const [lists, setLists] = useState<DeviceLists>({
    cameras: [],
    microphones: [],
    loudspeakers: [],
  });
  const [choice, setChoice] = useState<DeviceChoice>(rememberedChoice);
  useEffect(() => {
    const list = () => void listDevices().then(setLists);
    list();
    navigator.mediaDevices?.addEventListener("devicechange", list);
    return () =>
      navigator.mediaDevices?.removeEventListener("devicechange", list);
  }, []);
  const choose = (change: Partial<DeviceChoice>) => {
    setChoice({ ...choice, ...change });
    if (change.camera !== undefined) call.change("video", change.camera);
    if (change.microphone !== undefined) {
      call.change("audio", change.microphone);
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
    <div class="call-devices card">
      <DeviceSettings
        lists={lists}
        choice={choice}
        texts={texts}
        onChoose={choose}
      />
    </div>
  );
}
