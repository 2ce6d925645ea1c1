import { useEffect, useState } from "preact/hooks";
import { type WeekDay, WeekGrid } from "@/components/WeekGrid.tsx";
import {
  EmptyWeek,
  type EmptyWeekProps,
} from "@/components/booking/EmptyWeek.tsx";
import { Notice } from "@/components/Notice.tsx";
import { ask } from "@/browser/api.ts";
import { type ChannelAccess, openChannels } from "@/browser/channels.ts";
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

/** A doctor's week that changes while one looks: a slot that another person takes is struck through at once. */
export function WeekCalendar(props: WeekCalendarProps) {
  const { empty, doctorId, source, access, texts } = props;
  const [days, setDays] = useState(props.days);
  const [cut, setCut] = useState(false);
  const [gone, setGone] = useState("");

  useEffect(() => {
    const channels = openChannels(access);
    const refresh = () =>
      ask<WeekDay[]>(source).then(setDays).catch(() => setCut(true));
    channels.join(`agenda:${doctorId}`, {
      onEvent: (_event, { starts_at, free }) => {
        if (free === true) {
          setGone("");
          return void refresh();
        }
        const start = Date.parse(String(starts_at));
        setDays((before) => {
          const { days, time } = without(before, start);
          if (time) setGone(t(texts.slotGone, { time }));
          return days;
        });
      },
      onLive: () => {
        setCut(false);
        void refresh();
      },
      onCut: () => setCut(true),
    });
    return () => channels.close();
  }, []);

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
