import type { ComponentChildren } from "preact";
import type { Language, Text } from "@/i18n/mod.ts";
import { SlotList, type WeekSlot } from "./SlotList.tsx";

export interface WeekDay {
  /** ISO date in the doctor's zone, `2026-11-24`. */
  date: string;
  /** `mar.` */
  weekday: string;
  /** `24`, `1er`. */
  day: string;
  /** `mardi 24 novembre`, for screen readers and the phone's list. */
  name: string;
  today?: boolean;
  /** IANA name: whose midnight ends today. */
  zone?: string;
  /** Free slots only, in order. */
  slots: readonly WeekSlot[];
}

interface WeekGridTexts {
  morning: string;
  afternoon: string;
  evening: string;
  /** In a day without free slots. */
  noSlots: string;
  /** What folds out. */
  moreSlots_one: Text<"count">;
  moreSlots_other: Text<"count">;
}

interface WeekGridProps {
  days: readonly WeekDay[];
  texts: WeekGridTexts;
  language: Language;
  /** The slot on the ticket, ISO instant. */
  chosen?: string;
  /** For islands: a slot was chosen. Call `event.preventDefault()` to stay on the page. */
  onPick?: (slot: WeekSlot, event: Event) => void;
  /** Shown instead of the days when the week has no free slot: the way to the next one. */
  empty?: ComponentChildren;
}

/** Where noon and evening begin, in hours of the doctor's zone. */
const parts = [
  { key: "morning", from: 0, to: 12 },
  { key: "afternoon", from: 12, to: 18 },
  { key: "evening", from: 18, to: 24 },
] as const;

/**
 * A doctor's free slots of a week: a column a day and a row a part of the day; on a phone one day under
 * the other. One list of days and slots for display, keyboard and screen readers.
 */
export function WeekGrid(props: WeekGridProps) {
  const { days, texts, language, chosen, onPick, empty } = props;
  if (empty && days.every((day) => day.slots.length === 0)) return <>{empty}</>;
  const shown = parts.filter((part) =>
    days.some((day) => slotsOf(day, part).length > 0)
  );
  return (
    <div
      class={`week week-${days.length} week-parts-${shown.length}`}
    >
      <ol class="week-days">
        {days.map((day) => (
          <li
            key={day.date}
            class={day.today ? "week-day week-today" : "week-day"}
            data-day={day.zone && day.date}
            data-day-zone={day.zone}
          >
            <h3 class="week-day-name">
              <span class="visually-hidden">{day.name}</span>
              <span class="week-day-short" aria-hidden="true">
                <span>{day.weekday}</span> <span>{day.day}</span>
              </span>
              <span class="week-day-long" aria-hidden="true">{day.name}</span>
            </h3>
            {shown.map((part) => (
              <SlotList
                key={part.key}
                label={texts[part.key]}
                slots={slotsOf(day, part)}
                chosen={chosen}
                language={language}
                texts={texts}
                onPick={onPick}
              />
            ))}
            {day.slots.length === 0 && <p class="week-none">{texts.noSlots}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function slotsOf(day: WeekDay, part: { from: number; to: number }): WeekSlot[] {
  return day.slots.filter((slot) => {
    const hour = Number(slot.time.slice(0, 2));
    return hour >= part.from && hour < part.to;
  });
}
