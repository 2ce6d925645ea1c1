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

/** Free slots to choose one from. Also for "the nearest free slots" after a lost race. */
export function SlotList({ label, slots, onPick }: SlotListProps) {
  if (slots.length === 0) return <span class="slots-none" aria-hidden="true" />;
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
