import { useEffect, useState } from "preact/hooks";
import { Button } from "@/components/ui/Button.tsx";
import { NetworkResult } from "@/components/waiting-room/NetworkResult.tsx";
import type { NetworkFigures, NetworkPlaces } from "@/domain/network.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { Language } from "@/i18n/mod.ts";

interface NetworkCheckProps {
  places: NetworkPlaces;
  /** Begins by itself. */
  auto?: boolean;
  language: Language;
  texts: ConnectionTexts;
}

/** Measures the line and says in words how good a call will be. */
export function NetworkCheck(props: NetworkCheckProps) {
  const { places, auto, language, texts } = props;
  const [figures, setFigures] = useState<NetworkFigures | "running" | null>(
    null,
  );
  const check = async () => {
    setFigures("running");
    try {
      const { checkNetwork } = await import("@/browser/network_check.ts");
      setFigures(await checkNetwork(places));
    } catch {
      // Not even the script came.
      setFigures({
        ...{ rttMs: null, videoReached: false },
        ...{ downKbit: null, upKbit: null, relay: null },
      });
    }
  };
  useEffect(() => {
    if (auto) void check();
  }, []);
  const running = figures === "running";
  return (
    <section class="network stack stack-s" aria-labelledby="network">
      <h2 id="network" class="network-title">{texts.networkTitle}</h2>
      <div class="stack stack-s" role="status">
        {running
          ? <p class="soft">{texts.networkRunning}</p>
          : figures && (
            <NetworkResult
              figures={figures}
              language={language}
              texts={texts}
            />
          )}
      </div>
      <p>
        <Button
          type="button"
          kind="secondary"
          icon="signal"
          disabled={running}
          onClick={() => void check()}
        >
          {figures === null ? texts.networkStart : texts.networkAgain}
        </Button>
      </p>
    </section>
  );
}
