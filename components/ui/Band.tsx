import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

type BandKind = "plain" | "wait" | "called" | "refused";

interface BandProps {
  kind?: BandKind;
  icon: IconName;
  /** The state in one sentence; the page's heading. */
  title: ComponentChildren;
  /** What comes next. */
  children?: ComponentChildren;
  /** A clock, or the one action. */
  end?: ComponentChildren;
  /** Its words are announced when they change. */
  announced?: boolean;
  /** Of the heading, for whoever is named by it. */
  titleId?: string;
}

/** One sentence of state, with a colour and a picture of its own, and the one action that belongs to it. */
export function Band(
  { kind = "plain", icon, title, children, end, announced, titleId }: BandProps,
) {
  return (
    <div class={`band band-${kind}`}>
      <div class="band-words" role={announced ? "status" : undefined}>
        <Icon name={icon} />
        <h1 {...(titleId && { id: titleId })}>{title}</h1>
        {children}
      </div>
      {end}
    </div>
  );
}
