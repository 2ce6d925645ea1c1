import type { ReadonlySignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { hearsItself } from "@/browser/echo.ts";
import { playOnce } from "@/browser/ring.ts";
import { Button } from "@/components/ui/Button.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";

/**
 * Plays a sound on a loudspeaker, and asks whether it was heard: the function, and what is said of it. With the
 * microphone's level, while nobody else is heard, headphones are advised where the sound comes back.
 */
export function useSoundTest(
  loudspeaker: string,
  texts: ConnectionTexts,
  level?: ReadonlySignal<number>,
) {
  const [heard, setHeard] = useState<"asked" | "yes" | "no" | null>(null);
  const [echo, setEcho] = useState(false);
  const test = async () => {
    setHeard(null);
    setEcho(false);
    try {
      const play = () => playOnce("/sounds/test.wav", loudspeaker);
      if (level) setEcho(await hearsItself(level, play));
      else await play();
      setHeard("asked");
    } catch {
      // The browser forbids it, or the loudspeaker is gone.
      setHeard("no");
    }
  };
  const said = (
    <div role="status">
      {heard === "asked" && (
        <div class="stack stack-s">
          <p>{texts.heardQuestion}</p>
          <div class="row">
            <Button
              type="button"
              kind="secondary"
              onClick={() => setHeard("yes")}
            >
              {texts.heardYes}
            </Button>
            <Button type="button" kind="quiet" onClick={() => setHeard("no")}>
              {texts.heardNo}
            </Button>
          </div>
        </div>
      )}
      {echo && heard !== null && <p>{texts.headphonesAdvice}</p>}
      {heard === "yes" && <p>{texts.heardGood}</p>}
      {heard === "no" && <p>{texts.heardAdvice}</p>}
    </div>
  );
  return { test: () => void test(), said };
}
