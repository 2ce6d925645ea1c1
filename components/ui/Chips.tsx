import { Icon } from "./Icon.tsx";

export interface Chip {
  label: string;
  href: string;
  /** Chosen: it has a tick, not only a colour. */
  current?: boolean;
}

interface ChipsProps {
  /** What the row chooses: "Specialty". */
  label: string;
  chips: readonly Chip[];
  /** On a phone too, all are seen at once and long ones break; otherwise the row scrolls sideways there. */
  wrap?: boolean;
}

/** Filters as links, each a page of its own: they work without JavaScript. */
export function Chips({ label, chips, wrap }: ChipsProps) {
  return (
    <ul
      class={`chips ${wrap ? "chips-wrap" : "chips-scroll"}`}
      aria-label={label}
    >
      {chips.map((chip) => (
        <li key={chip.href}>
          <a
            class="chip"
            href={chip.href}
            // Said either way: Fresh would mark every link to this path.
            aria-current={chip.current ? "true" : "false"}
          >
            {chip.current && <Icon name="check" />}
            {chip.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
