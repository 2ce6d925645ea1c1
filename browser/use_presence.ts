import { useEffect, useState } from "preact/hooks";
import type { Channels } from "./channels.ts";

/** Of which of these appointments the patient's page is open; an id is absent until that is known. */
export function usePatientsPresent(
  channels: Channels | null,
  appointments: readonly string[],
): Record<string, boolean> {
  const [present, setPresent] = useState<Record<string, boolean>>({});
  useEffect(() => {
    if (channels === null) return;
    const leave = appointments.map((id) =>
      channels.join(`appointment:${id}`, {
        onPresence: (keys) =>
          setPresent((before) => ({
            ...before,
            [id]: keys.includes("patient"),
          })),
        onLive: () => {},
        onCut: () => {},
      })
    );
    return () => leave.forEach((done) => done());
  }, [channels, appointments.join()]);
  return present;
}
