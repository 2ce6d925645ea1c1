import type { ComponentChildren } from "preact";
import { Icon } from "@/components/ui/Icon.tsx";

interface ActionMenuProps {
  /** One menu a place on the page. */
  id: string;
  /** `Autres actions pour João Pereira`. */
  label: string;
  /** As a button beside others, not as a sign at the end of a line. */
  large?: boolean;
  /** `li`s with a link or a button of the class `nav-link`. */
  children: ComponentChildren;
}

/** What is rarely done or cannot be taken back for long, behind "…". A native popover: Escape and a press outside close it. */
export function ActionMenu({ id, label, large, children }: ActionMenuProps) {
  return (
    <span class="more">
      <button
        type="button"
        class={large ? "button button-secondary" : "hours-more"}
        popovertarget={id}
        aria-label={label}
      >
        <Icon name="more" />
      </button>
      <ul class="menu-panel more-panel list-plain" id={id} popover="auto">
        {children}
      </ul>
    </span>
  );
}
