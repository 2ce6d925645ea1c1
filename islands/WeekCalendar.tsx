import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type WeekDay, WeekGrid } from "@/components/WeekGrid.tsx";
import {
  EmptyWeek,
  type EmptyWeekProps,
} from "@/components/booking/EmptyWeek.tsx";
import { Notice } from "@/components/Notice.tsx";
import { ask } from "@/browser/api.ts";
import type { ChannelAccess, Channels } from "@/browser/channels.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { t } from "@/i18n/mod.ts";

interface WeekCalendarProps {
  days: WeekDay[];
  /** Shown as long as the week has no free slot. */
  empty: EmptyWeekProps;
  doctorId: string;
  /** Where the week can be read again. */
  source: string;
  access: ChannelAccess;
  texts: Pick<
    BookingTexts,
    "morning" | "afternoon" | "evening" | "noSlots" | "slotGone" | "calendarCut"
  >;
}

/** While the channel is cut, the week is read again so often, in milliseconds. */
const ASK_WHEN_CUT = 10_000;

/** A doctor's week that changes while one looks: a slot that another person takes is struck through at once. */
export function WeekCalendar(props: WeekCalendarProps) {
  const { empty, texts } = props;
  const { days, cut, gone } = useWeek(props);
  return (
    <div class="stack stack-s">
      <div aria-live="polite">
        {cut && <Notice kind="warning">{texts.calendarCut}</Notice>}
        {gone && <p class="small">{gone}</p>}
      </div>
      <WeekGrid days={days} texts={texts} empty={<EmptyWeek {...empty} />} />
    </div>
  );
}

/** The week as the server tells it, what happened to it since, and whether that is heard. */
function useWeek(
  { days: first, doctorId, source, access, texts }: WeekCalendarProps,
) {
  const [days, setDays] = useState(first);
  const [joined, setJoined] = useState(true);
  const [reached, setReached] = useState(true);
  const [gone, setGone] = useState("");
  const cut = !joined || !reached;
  const channels = useRef<Channels | null>(null);
  const taken = useRef(0);

  const refresh = useCallback(async () => {
    const before = taken.current;
    try {
      const read = await ask<WeekDay[]>(source);
      // A slot was taken while the answer was on its way: it may not know.
      if (taken.current === before) setDays(read);
      else await refresh();
      setReached(true);
    } catch {
      setReached(false);
    }
  }, [source]);

  useEffect(() => {
    let left = false;
    const listen = async () => {
      // The calendar is complete without it: what listens comes after the page.
      const { openChannels } = await import("@/browser/channels.ts");
      if (left) return;
      channels.current = openChannels(access);
      channels.current.join(`agenda:${doctorId}`, {
        onEvent: (_event, { starts_at, free }) => {
          if (free === true) {
            setGone("");
            return void refresh();
          }
          taken.current++;
          const start = Date.parse(String(starts_at));
          setDays((before) => {
            const { days, time } = without(before, start);
            if (time) setGone(t(texts.slotGone, { time }));
            return days;
          });
        },
        onLive: () => {
          setJoined(true);
          void refresh();
        },
        onCut: () => setJoined(false),
      });
    };
    listen().catch(() => setJoined(false));
    return () => {
      left = true;
      channels.current?.close();
    };
  }, []);

  useEffect(() => {
    if (!cut) return;
    const timer = setInterval(() => {
      channels.current?.wake();
      void refresh();
    }, ASK_WHEN_CUT);
    return () => clearInterval(timer);
  }, [cut]);

  return { days, cut, gone };
}

/** The days with the slot that starts then struck through, and its time when it was there. */
function without(days: WeekDay[], start: number) {
  let time = "";
  const next = days.map((day) => ({
    ...day,
    slots: day.slots.map((slot) => {
      if (Date.parse(slot.start) !== start || slot.taken) return slot;
      time = slot.time;
      return { ...slot, taken: true };
    }),
  }));
  return { days: next, time };
}
