import type { ComponentChildren } from "preact";

interface DeskProps {
  /** News above the panes: a cut connection, a refusal, what can be undone. */
  news: ComponentChildren;
  day: ComponentChildren;
  queue: ComponentChildren;
  side: ComponentChildren;
  /** Somebody was chosen: below 80rem the side panel lies over the queue then. */
  chosen: boolean;
  keys: ComponentChildren;
}

/** The doctor's day in three panes with lines between them; each scrolls by itself on a desk. */
export function Desk(props: DeskProps) {
  return (
    <div class="desk-frame">
      {props.news}
      <div class={`desk${props.chosen ? " desk-chosen" : ""}`}>
        {props.day}
        {props.queue}
        {props.side}
      </div>
      {props.keys}
    </div>
  );
}

/** One pane: a head that stays, and a body that scrolls and can be reached by keyboard. */
export function Pane(
  { kind, id, head, label, children }: {
    kind: "day" | "queue" | "side";
    /** Of the heading within `head`. */
    id: string;
    head: ComponentChildren;
    label: string;
    children: ComponentChildren;
  },
) {
  return (
    <section class={`pane pane-${kind}`} aria-labelledby={id}>
      <div class="pane-head">{head}</div>
      <div class="pane-body" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </section>
  );
}
