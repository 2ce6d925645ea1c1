import { useState } from "preact/hooks";
import type { DevicesStore } from "@/browser/devices.ts";
import { hearsItself } from "@/browser/echo.ts";
import { playOnce } from "@/browser/ring.ts";
import { Button } from "@/components/ui/Button.tsx";
import { DeviceSettings } from "@/components/waiting-room/DeviceSettings.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { EffectSettings } from "./EffectSettings.tsx";

interface EquipmentSettingsProps {
  devices: DevicesStore;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** Camera, microphone and loudspeaker to choose; the level, and a sound that one should hear. */
export function EquipmentSettings(
  { devices, texts, connection }: EquipmentSettingsProps,
) {
  const [heard, setHeard] = useState<"asked" | "yes" | "no" | null>(null);
  const [echo, setEcho] = useState(false);
  const test = async () => {
    setHeard(null);
    setEcho(false);
    try {
      const { loudspeaker } = devices.choice.value;
      const play = () => playOnce("/sounds/test.wav", loudspeaker);
      setEcho(await hearsItself(devices.level, play));
      setHeard("asked");
    } catch {
      // The browser forbids it, or the loudspeaker is gone.
      setHeard("no");
    }
  };
  return (
    <>
      <DeviceSettings
        lists={devices.lists.value}
        choice={devices.choice.value}
        level={devices.level}
        onChoose={(change) => void devices.choose(change)}
        onTest={() => void test()}
        tested={
          <div role="status">
            {heard === "asked" && (
              <div class="stack stack-s">
                <p>{connection.heardQuestion}</p>
                <div class="row">
                  <Button
                    type="button"
                    kind="secondary"
                    onClick={() => setHeard("yes")}
                  >
                    {connection.heardYes}
                  </Button>
                  <Button
                    type="button"
                    kind="quiet"
                    onClick={() => setHeard("no")}
                  >
                    {connection.heardNo}
                  </Button>
                </div>
              </div>
            )}
            {echo && heard !== null && <p>{connection.headphonesAdvice}</p>}
            {heard === "yes" && <p>{connection.heardGood}</p>}
            {heard === "no" && <p>{connection.heardAdvice}</p>}
          </div>
        }
        texts={texts}
      />
      <EffectSettings effects={devices.effects} texts={connection} />
    </>
  );
}
