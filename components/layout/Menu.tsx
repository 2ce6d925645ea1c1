import type { ComponentChildren } from "preact";
import { Icon } from "@/components/ui/Icon.tsx";

interface MenuProps {
  /** Unique in the page. */
  name: "account" | "language";
  /** The button's name for screen readers, where what it shows is none. */
  label?: string;
  button: ComponentChildren;
  children: ComponentChildren;
}

/** A list under its button: a native popover, which closes on Escape and on a press outside without JavaScript. */
export function Menu({ name, label, button, children }: MenuProps) {
  const id = `menu-${name}`;
  return (
    <div class={`menu ${name}-menu`}>
      <button
        type="button"
        class="menu-button"
        popovertarget={id}
        aria-label={label}
      >
        {button}
        <Icon name="chevron-down" />
      </button>
      <div class="menu-panel" id={id} popover="auto">{children}</div>
    </div>
  );
}
