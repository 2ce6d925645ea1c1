import type { ComponentChildren } from "preact";

interface WorkspaceLayoutProps {
  /** `mardi 24 novembre`. */
  title: string;
  /** The practice's clock. */
  clock?: ComponentChildren;
  /** Free-now switch, help with the keys. */
  tools?: ComponentChildren;
  /** Connection lost, a failed notification. */
  notice?: ComponentChildren;
  /** `DayColumn`. */
  day: ComponentChildren;
  /** `WaitingList`. */
  waiting: ComponentChildren;
  /** Messages, documents still to issue. */
  aside?: ComponentChildren;
}

/** The doctor's day: who waits first on a phone, beside the column of time where there is room. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  return (
    <div class="workspace-day">
      <div class="workspace-head">
        <h1>{props.title}</h1>
        {props.clock && <span class="workspace-clock">{props.clock}</span>}
        {props.tools && <div class="workspace-tools">{props.tools}</div>}
      </div>
      {props.notice}
      <div class="workspace-columns">
        <div class="workspace-waiting">{props.waiting}</div>
        <div class="workspace-time">{props.day}</div>
        {props.aside && <div class="workspace-aside">{props.aside}</div>}
      </div>
    </div>
  );
}
