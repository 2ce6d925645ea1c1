import { type RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { slotByKey, slotLike } from "./slot_keys.ts";

/** The links to the week before and after, by the keys that follow them. */
const WEEK_LINKS: Readonly<Record<string, string>> = {
  PageUp: ".week-nav a[rel=prev]",
  PageDown: ".week-nav a[rel=next]",
};

/** Where, from one page to the next, is kept from which slot a key led to another week. */
const LEFT_FROM = "calendar-left-from";

/**
 * Makes the slots of an open calendar one stop of the Tab key, in which the arrow keys lead from slot to slot, and the
 * page keys to the week before or after. Returns the ref of the element around the days (`.week-day`) with their slots (`a.slot`).
 */
export function useSlotKeys(): RefObject<HTMLDivElement> {
  const root = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLElement | null>(null);

  // After each rendering: slots come and go while one looks.
  useEffect(() => {
    const slots = daysIn(root.current).flat();
    const stop = slots.find((slot) => slot === current.current) ?? slots[0];
    for (const slot of slots) slot.tabIndex = slot === stop ? 0 : -1;
  });

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const slots = daysIn(root.current).flat();
      const slot = slots.find((one) => one === target);
      if (slot === undefined) return;
      current.current = slot;
      for (const one of slots) one.tabIndex = one === slot ? 0 : -1;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey || event.shiftKey) return;
      const days = daysIn(root.current);
      const day = days.findIndex((slots) =>
        slots.some((slot) => slot === event.target)
      );
      const slot = days[day]?.findIndex((one) => one === event.target) ?? -1;
      if (slot === -1) return;
      const times = textsOf(days);
      const { key, ctrlKey } = event;
      const otherWeek = ctrlKey ? undefined : WEEK_LINKS[key];
      const link = otherWeek && document.querySelector<HTMLElement>(otherWeek);
      if (link) {
        event.preventDefault();
        keepPlace({ day, time: times[day]?.[slot] ?? "" });
        return link.click();
      }
      const next = slotByKey(times, { day, slot }, key, ctrlKey);
      const found = next && days[next.day]?.[next.slot];
      if (!found) return;
      event.preventDefault();
      show(found);
    };
    const element = root.current;
    returnToPlace(element);
    element?.addEventListener("focusin", onFocus);
    element?.addEventListener("keydown", onKey);
    return () => {
      element?.removeEventListener("focusin", onFocus);
      element?.removeEventListener("keydown", onKey);
    };
  }, []);

  return root;
}

function keepPlace(place: { day: number; time: string }): void {
  try {
    sessionStorage.setItem(LEFT_FROM, `${place.day} ${place.time}`);
  } catch {
    // Without storage the focus starts at the top of the other week's page.
  }
}

/** Whoever came by a page key is where they were, a week further; on the way to the next free slot where there is none. */
function returnToPlace(root: HTMLElement | null): void {
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(LEFT_FROM);
    sessionStorage.removeItem(LEFT_FROM);
  } catch {
    // As above.
  }
  const [, day, time = ""] = /^(\d+) (.*)$/.exec(kept ?? "") ?? [];
  if (day === undefined) return;
  const days = daysIn(root);
  const place = slotLike(textsOf(days), { day: Number(day), time });
  const found = place
    ? days[place.day]?.[place.slot]
    : root?.querySelector("a");
  if (found) show(found);
}

/** Focuses a slot, which may be folded away with the later ones of its day. */
function show(slot: HTMLElement): void {
  const folded = slot.closest("details");
  if (folded) folded.open = true;
  slot.focus();
}

function textsOf(days: HTMLElement[][]): string[][] {
  return days.map((slots) => slots.map((one) => one.textContent ?? ""));
}

/** The slots that can be chosen, day by day. */
function daysIn(root: HTMLElement | null): HTMLElement[][] {
  return [...root?.querySelectorAll(".week-day") ?? []].map((day) => [
    ...day.querySelectorAll<HTMLElement>("a.slot"),
  ]);
}
