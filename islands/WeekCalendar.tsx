import * as v from "valibot";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type WeekDay, WeekGrid } from "@/components/booking/WeekGrid.tsx";
import {
  EmptyWeek,
  type EmptyWeekProps,
} from "@/components/booking/EmptyWeek.tsx";
import type { ChosenSlot } from "@/components/booking/SlotTicket.tsx";
import { pickedSlot } from "@/browser/picked_slot.ts";
import { useSlotKeys } from "@/browser/use_slot_keys.ts";
import type { WeekSlot } from "@/components/booking/SlotList.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { ask } from "@/browser/api.ts";
import type { ChannelAccess, Channels } from "@/browser/channels.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface WeekCalendarProps {
  days: WeekDay[];
  /** Shown as long as the week has no free slot. */
  empty: EmptyWeekProps;
  /** What stands on the ticket beside it at first. */
  chosen: ChosenSlot | null;
  language: Language;
  doctorId: string;
  /** How long the slots are. */
  minutes: number;
  /** Where the week can be read again. */
  source: string;
  access: ChannelAccess;
  texts: Pick<
    BookingTexts,
    | "morning"
    | "afternoon"
    | "evening"
    | "noSlots"
    | "moreSlots_one"
    | "moreSlots_other"
    | "slotGone"
    | "calendarCut"
  >;
}

/** `GET /api/doctors/:slug/slots`, as far as it shows that the answer is ours. */
const WeekAnswer = v.custom<WeekDay[]>((input) =>
  v.is(
    v.array(v.looseObject({
      slots: v.array(v.looseObject({ start: v.string() })),
    })),
    input,
  )
);

/** While the channel is cut, the week is read again so often, in milliseconds. */
const ASK_WHEN_CUT = 10_000;

/** A doctor's week that changes while one looks: a slot that another person takes is struck through at once. */
export function WeekCalendar(props: WeekCalendarProps) {
  const { empty, texts, chosen, language } = props;
  const { days, cut, gone } = useWeek(props);
  const root = useSlotKeys();
  return (
    <div class="stack stack-s" ref={root}>
      <div aria-live="polite">
        {cut && <Notice kind="warning">{texts.calendarCut}</Notice>}
        {gone && <p class="small" key={gone}>{gone}</p>}
      </div>
      <WeekGrid
        days={days}
        chosen={(pickedSlot.value ?? chosen)?.start}
        language={language}
        texts={texts}
        onPick={pick}
        empty={<EmptyWeek {...empty} />}
      />
    </div>
  );
}

/** Fills the ticket instead of following the link, unless it is opened elsewhere; the address says so too. */
function pick(slot: WeekSlot, event: Event): void {
  if (!(event instanceof MouseEvent) || !slot.href) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(history.state, "", slot.href);
  pickedSlot.value = { start: slot.start };
}

/** The week as the server tells it, what happened to it since, and whether that is heard. */
function useWeek(
  { days: first, chosen, doctorId, minutes, source, access, texts }:
    WeekCalendarProps,
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
      const read = await ask(source, WeekAnswer);
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
        onEvent: (_event, { starts_at, ends_at, free }) => {
          const from = Date.parse(String(starts_at));
          const to = Date.parse(String(ends_at));
          // What was booked may be of another length than the slots.
          const overlaps = (start: string) =>
            Date.parse(start) < to &&
            Date.parse(start) + minutes * 60_000 > from;
          const onTicket = pickedSlot.peek() ?? chosen;
          if (onTicket && overlaps(onTicket.start)) {
            pickedSlot.value = { ...onTicket, gone: free !== true };
          }
          if (free === true) {
            setGone("");
            return void refresh();
          }
          taken.current++;
          setDays((before) => {
            const { days, time } = without(before, overlaps);
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

/** The days with some slots struck through, and the time of the first of them that was there. */
function without(days: WeekDay[], isGone: (start: string) => boolean) {
  let time = "";
  const next = days.map((day) => ({
    ...day,
    slots: day.slots.map((slot) => {
      if (slot.taken || !isGone(slot.start)) return slot;
      time ||= slot.time;
      return { ...slot, taken: true };
    }),
  }));
  return { days: next, time };
}
