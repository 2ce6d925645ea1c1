import type { DevicesStore } from "@/browser/devices.ts";
import { DeviceSettings } from "@/components/waiting-room/DeviceSettings.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { EffectSettings } from "./EffectSettings.tsx";
import { useSoundTest } from "./SoundTest.tsx";

interface EquipmentSettingsProps {
  devices: DevicesStore;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** Camera, microphone and loudspeaker to choose; the level, and a sound that one should hear. */
export function EquipmentSettings(
  { devices, texts, connection }: EquipmentSettingsProps,
) {
  const sound = useSoundTest(
    devices.choice.value.loudspeaker,
    connection,
    devices.level,
  );
  return (
    <>
      <DeviceSettings
        lists={devices.lists.value}
        choice={devices.choice.value}
        level={devices.level}
        onChoose={(change) => void devices.choose(change)}
        onTest={sound.test}
        tested={sound.said}
        texts={texts}
      />
      <EffectSettings effects={devices.effects} texts={connection} />
    </>
  );
}
