import { Icon } from "./Icon.tsx";

export interface WeekSlot {
  /** ISO instant of the start; the value that a form sends as `slot`. */
  start: string;
  /** `17:10`, in the doctor's zone, always 24 hours. */
  time: string;
  /** `mardi 24 novembre, 17:10`: its name for screen readers. */
  name: string;
  /** Page that confirms it. Without it the slot is a button of the form around, `name="slot"`. */
  href?: string;
  /** Taken by somebody while we look: still shown, struck through, not to be chosen. */
  taken?: boolean;
}

interface SlotListProps {
  label?: string;
  slots: readonly WeekSlot[];
  onPick?: (slot: WeekSlot, event: Event) => void;
}

/** So many slots are in sight; what follows folds out, unless it is hardly more. */
const shown = 8;
const hardlyMore = 2;

/** Free slots to choose one from. Also for "the nearest free slots" after a lost race. */
export function SlotList({ label, slots, onPick }: SlotListProps) {
  if (slots.length === 0) return <span class="slots-none" aria-hidden="true" />;
  const fold = slots.length > shown + hardlyMore;
  const rest = fold ? slots.slice(shown) : [];
  return (
    <div class="slots-part">
      <Slots
        label={label}
        slots={fold ? slots.slice(0, shown) : slots}
        onPick={onPick}
      />
      {fold && (
        <details class="slots-more">
          <summary aria-label={`${label ?? ""} ${rangeOf(rest)}`.trim()}>
            {rangeOf(rest)}
            <Icon name="chevron-down" />
          </summary>
          <Slots label={label} slots={rest} onPick={onPick} />
        </details>
      )}
    </div>
  );
}

/** `12:40 – 17:50`: says in every language what folds out. */
function rangeOf(slots: readonly WeekSlot[]): string {
  return `${slots[0]?.time} – ${slots.at(-1)?.time}`;
}

function Slots({ label, slots, onPick }: SlotListProps) {
  return (
    <ul class="slots" aria-label={label}>
      {slots.map((slot) => (
        <li key={slot.start}>
          <Slot slot={slot} onPick={onPick} />
        </li>
      ))}
    </ul>
  );
}

function Slot(
  { slot, onPick }: { slot: WeekSlot; onPick?: SlotListProps["onPick"] },
) {
  const pick = onPick && ((event: Event) => onPick(slot, event));
  if (slot.taken) {
    return (
      <span class="slot slot-taken">
        <s>{slot.time}</s>
      </span>
    );
  }
  if (slot.href) {
    return (
      <a class="slot" href={slot.href} aria-label={slot.name} onClick={pick}>
        {slot.time}
      </a>
    );
  }
  return (
    <button
      type="submit"
      class="slot"
      name="slot"
      value={slot.start}
      aria-label={slot.name}
      onClick={pick}
    >
      {slot.time}
    </button>
  );
}
