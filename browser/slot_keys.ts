/** Where a slot stands in an open calendar: the day from 0, and its place among that day's slots. */
export interface SlotPlace {
  day: number;
  slot: number;
}

/**
 * Where a key leads in a calendar whose columns are days and whose cells are slots, as in a grid
 * (https://www.w3.org/WAI/ARIA/apg/patterns/grid/): up and down within the day, left and right to the day beside it at
 * the same time or the next one there is, Home and End to the first and last day, with Ctrl to the first and last slot
 * of all. `days` holds the times of each day's slots, `08:10`, in order; days without slots are passed over. Null for
 * every other key, and where there is nothing further.
 */
export function slotByKey(
  days: readonly (readonly string[])[],
  from: SlotPlace,
  key: string,
  ctrl = false,
): SlotPlace | null {
  const open = days.flatMap((slots, day) => slots.length > 0 ? [day] : []);
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return null;
  const beside = (day: number | undefined) =>
    day === undefined || day === from.day
      ? null
      : { day, slot: nearest(days[day] ?? [], days[from.day]?.[from.slot]) };
  switch (key) {
    case "ArrowDown":
      return from.slot + 1 < (days[from.day]?.length ?? 0)
        ? { ...from, slot: from.slot + 1 }
        : null;
    case "ArrowUp":
      return from.slot > 0 ? { ...from, slot: from.slot - 1 } : null;
    case "ArrowRight":
      return beside(open.find((day) => day > from.day));
    case "ArrowLeft":
      return beside(open.findLast((day) => day < from.day));
    case "Home":
      return ctrl ? { day: first, slot: 0 } : beside(first);
    case "End":
      return ctrl
        ? { day: last, slot: (days[last]?.length ?? 1) - 1 }
        : beside(last);
    default:
      return null;
  }
}

/** Where one lands in another week: on the same day and time, or the next there is; null where no day has a slot. */
export function slotLike(
  days: readonly (readonly string[])[],
  { day, time }: { day: number; time: string },
): SlotPlace | null {
  const open = days.flatMap((slots, n) => slots.length > 0 ? [n] : []);
  const found = open.find((n) => n >= day) ?? open.at(-1);
  if (found === undefined) return null;
  return {
    day: found,
    slot: found === day ? nearest(days[found] ?? [], time) : 0,
  };
}

/** The slot at the same time, else the next one, else the day's last. */
function nearest(times: readonly string[], time = ""): number {
  const found = times.findIndex((one) => one >= time);
  return found === -1 ? times.length - 1 : found;
}
