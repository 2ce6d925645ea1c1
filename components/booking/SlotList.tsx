import { type Language, plural, t, type Text } from "@/i18n/mod.ts";
import { Icon } from "@/components/ui/Icon.tsx";

export interface WeekSlot {
  /** ISO instant of the start; the value that a form sends as `slot`. */
  start: string;
  /** `17:10`, in the doctor's zone, always 24 hours; `02:30 UTC+2` in the hour that comes twice. */
  time: string;
  /** `mardi 24 novembre, 17:10`: its name for screen readers. */
  name: string;
  /** Page that confirms it. Without it the slot is a button of the form around, `name="slot"`. */
  href?: string;
  /** Taken by another person meanwhile: shown struck through, cannot be chosen. */
  taken?: boolean;
}

interface SlotListProps {
  label?: string;
  slots: readonly WeekSlot[];
  /** The slot on the ticket, ISO instant. */
  chosen?: string;
  language: Language;
  texts: { moreSlots_one: Text<"count">; moreSlots_other: Text<"count"> };
  onPick?: (slot: WeekSlot, event: Event) => void;
}

/** Number of slots shown at once; the rest is in a `details` element, unless it is only a few. */
const shown = 8;
const hardlyMore = 2;

/** Free slots to choose one from. Also for "the nearest free slots" after a lost race. */
export function SlotList(props: SlotListProps) {
  const { label, slots, chosen, onPick } = props;
  if (slots.length === 0) return <span class="slots-none" aria-hidden="true" />;
  const fold = slots.length > shown + hardlyMore;
  const rest = fold ? slots.slice(shown) : [];
  const picking = { label, chosen, onPick };
  return (
    <div class="slots-part">
      {label && <span class="part-name" aria-hidden="true">{label}</span>}
      <Slots {...picking} slots={fold ? slots.slice(0, shown) : slots} />
      {fold && (
        <details
          class="slots-more"
          open={rest.some((slot) => isChosen(slot, chosen))}
        >
          <summary aria-label={`${label ?? ""} ${moreOf(rest, props)}`.trim()}>
            {moreOf(rest, props)}
            <Icon name="chevron-down" />
          </summary>
          <Slots {...picking} slots={rest} />
        </details>
      )}
    </div>
  );
}

/** `5 autres`. */
function moreOf(
  { length: count }: readonly WeekSlot[],
  { language, texts }: SlotListProps,
): string {
  const { moreSlots_one: one, moreSlots_other: other } = texts;
  return t(plural(language, count, { one, other }), { count });
}

function isChosen(slot: WeekSlot, chosen: string | undefined): boolean {
  return chosen !== undefined && Date.parse(slot.start) === Date.parse(chosen);
}

function Slots(
  { label, slots, chosen, onPick }: Pick<
    SlotListProps,
    "label" | "slots" | "chosen" | "onPick"
  >,
) {
  return (
    <ul class="slots" aria-label={label}>
      {slots.map((slot) => (
        <li key={slot.start}>
          <Slot
            slot={slot}
            chosen={isChosen(slot, chosen)}
            onPick={onPick}
          />
        </li>
      ))}
    </ul>
  );
}

function Slot(
  { slot, chosen, onPick }: {
    slot: WeekSlot;
    chosen: boolean;
    onPick?: SlotListProps["onPick"];
  },
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
      <a
        class="slot"
        href={slot.href}
        aria-label={slot.name}
        // Said either way: Fresh would mark every link to this path.
        aria-current={chosen ? "true" : "false"}
        onClick={pick}
      >
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
