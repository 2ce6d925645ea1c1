import type { DevicesStore } from "@/browser/devices.ts";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface OtherDevicesProps {
  devices: DevicesStore;
  texts: ConsultationTexts;
}

/** The next camera or microphone with one press, in the place of one that does not work. */
export function OtherDevices({ devices, texts }: OtherDevicesProps) {
  const { video, audio } = devices.next.value;
  const offers = [
    video && { device: video, choice: { camera: video.id } },
    audio && { device: audio, choice: { microphone: audio.id } },
  ].filter((offer) => offer !== null);
  return (
    <>
      {offers.map(({ device, choice }) => (
        <ScriptButton
          key={device.id}
          class="button button-secondary"
          onClick={() => void devices.choose(choice)}
        >
          {t(texts.useDevice, { device: device.label })}
        </ScriptButton>
      ))}
    </>
  );
}
