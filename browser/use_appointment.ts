import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { ask } from "./api.ts";
import { type ChannelAccess, type Channels, openChannels } from "./channels.ts";

/** While the channel is cut, the server is asked so often, in milliseconds: a ring must not be missed. */
const ASK_WHEN_CUT = 5_000;

/** An appointment that follows what happens to it. */
export interface LiveAppointment {
  record: AppointmentRecord;
  /** The channel is there; when not, the record is read again every few seconds where the network allows. */
  live: boolean;
  /** Which sides have the page open: `patient`, `doctor`. */
  present: string[];
  /** The page's channels, for the chat; null before the first render is done. */
  channels: Channels | null;
  /** The server's clock, in milliseconds. */
  now: number;
  /** Reads the record again. */
  refresh: () => Promise<void>;
}

/** Follows one appointment over its channel, shows oneself there as `side`, and ticks every second. */
export function useAppointment(
  first: AppointmentRecord,
  access: ChannelAccess,
  side: "patient" | "doctor",
): LiveAppointment {
  const [record, setRecord] = useState(first);
  const [live, setLive] = useState(true);
  const [present, setPresent] = useState<string[]>([]);
  const [channels, setChannels] = useState<Channels | null>(null);
  const clock = useClock(first.now);
  const { id } = first;

  const refresh = useCallback(async () => {
    try {
      const fresh = await ask<AppointmentRecord>(paths.appointmentState(id));
      clock.set(fresh.now);
      setRecord(fresh);
    } catch {
      setLive(false);
    }
  }, [id]);

  useEffect(() => {
    const opened = openChannels(access);
    setChannels(opened);
    opened.join(`appointment:${id}`, {
      presence: side,
      onPresence: setPresent,
      onEvent: () => void refresh(),
      onLive: () => {
        setLive(true);
        void refresh();
      },
      onCut: () => setLive(false),
    });
    return () => opened.close();
  }, [id]);

  useEffect(() => {
    if (live) return;
    const timer = setInterval(() => void refresh(), ASK_WHEN_CUT);
    return () => clearInterval(timer);
  }, [live]);

  return { record, live, present, channels, now: clock.now, refresh };
}

/** The server's clock on this screen: a tablet that is minutes off still counts right. Ticks every second. */
export function useClock(serverNow: string) {
  const offset = useRef(0);
  const [now, setNow] = useState(() => Date.parse(serverNow));
  const set = (moment: string) => {
    offset.current = Date.parse(moment) - Date.now();
    setNow(Date.now() + offset.current);
  };
  useEffect(() => {
    set(serverNow);
    const timer = setInterval(() => setNow(Date.now() + offset.current), 1_000);
    return () => clearInterval(timer);
  }, []);
  return { now, set };
}
