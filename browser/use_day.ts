import { useEffect, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { DayRecord } from "@/domain/records.ts";
import { ask } from "./api.ts";
import { type ChannelAccess, openChannels } from "./channels.ts";
import { useClock } from "./use_appointment.ts";

/** While the channel is cut, the server is asked so often, in milliseconds. */
const ASK_WHEN_CUT = 10_000;

/** A doctor's day that follows what happens in it. */
export interface LiveDay {
  day: DayRecord;
  live: boolean;
  /** The server's clock, in milliseconds. */
  now: number;
  refresh: () => Promise<void>;
}

/** Follows a day over the doctor's channel: two open tabs agree. */
export function useDay(first: DayRecord, access: ChannelAccess): LiveDay {
  const [day, setDay] = useState(first);
  const [live, setLive] = useState(true);
  const clock = useClock(first.now);

  const refresh = async () => {
    try {
      const fresh = await ask<DayRecord>(paths.day(first.day));
      clock.set(fresh.now);
      setDay(fresh);
    } catch {
      setLive(false);
    }
  };

  useEffect(() => {
    const channels = openChannels(access);
    channels.join(`doctor:${first.doctor.id}`, {
      onEvent: () => void refresh(),
      onLive: () => {
        setLive(true);
        void refresh();
      },
      onCut: () => setLive(false),
    });
    return () => channels.close();
  }, [first.day]);

  useEffect(() => {
    if (live) return;
    const timer = setInterval(() => void refresh(), ASK_WHEN_CUT);
    return () => clearInterval(timer);
  }, [live]);

  return { day, live, now: clock.now, refresh };
}
