import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

interface SheetProps {
  /** The button that opens it names it: `popovertarget={id}`. */
  id: string;
  title: string;
  closeLabel: string;
  children: ComponentChildren;
}

/** Rises from the foot on a phone, stands at the side on a desk. Closes on Escape and on a press outside. */
export function Sheet({ id, title, closeLabel, children }: SheetProps) {
  return (
    <section
      class="sheet"
      id={id}
      popover="auto"
      aria-labelledby={`${id}-title`}
    >
      <div class="sheet-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          type="button"
          class="sheet-close"
          popovertarget={id}
          popovertargetaction="hide"
          aria-label={closeLabel}
        >
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </section>
  );
}
