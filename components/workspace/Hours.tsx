import type { ComponentChildren, JSX } from "preact";
import type { AppointmentState } from "@/domain/appointment.ts";

/** One line of the column, in words. */
export interface HourLine {
  key: string;
  /** `17:10`. */
  time: string;
  /** Height in rows of ten minutes, 1 to 18. */
  rows: number;
  /** Where the now-line crosses it, 0 to 1, and its time. */
  now?: { at: number; time: string };
  what:
    | { kind: "gap" | "pause"; label: string }
    | { kind: "now" }
    | {
      kind: "appointment";
      name: string;
      href: string;
      why: string;
      state: AppointmentState;
      /** `Terminé`, `attend 12 min`, `1 message non lu`. */
      said: ComponentChildren;
      chosen: boolean;
      menu?: ComponentChildren;
      onOpen: (event: Event) => void;
    };
}

/** The column of time: a line is as high as it is long. */
export function Hours(
  { lines, fold, foldedId }: {
    lines: readonly HourLine[];
    /** What is over, as one line with its button. */
    fold?: ComponentChildren;
    foldedId?: string;
  },
) {
  return (
    <ol class="hours list-plain" id={foldedId}>
      {fold && <li class="hours-past">{fold}</li>}
      {lines.map((line) => (
        <li key={line.key} class={classOf(line)}>
          <time class="hours-time">{line.time}</time>
          <What what={line.what} id={`open-${line.key}`} />
          {line.now && (
            <span class={`hours-now hours-at-${Math.round(line.now.at * 10)}`}>
              <time>{line.now.time}</time>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function What(
  { what, id }: Pick<HourLine, "what"> & {
    /** Of the link: closing the side panel leads back here. */
    id: string;
  },
): JSX.Element {
  if (what.kind === "now") return <span />;
  if (what.kind !== "appointment") {
    return (
      <div class="hours-what">
        <span>{what.label}</span>
      </div>
    );
  }
  return (
    <div class="hours-what">
      <a
        id={id}
        class="hours-name"
        href={what.href}
        aria-current={what.chosen ? "true" : undefined}
        onClick={what.onOpen}
      >
        {what.name}
      </a>
      <span class="hours-why">{what.why}</span>
      <span class="hours-state">{what.said}</span>
      {what.menu ?? <span />}
    </div>
  );
}

/** Heights and the place of the now-line are classes: the policy of the page forbids inline styles. */
function classOf({ what, rows }: HourLine): string {
  return `${kindOf(what)} hours-rows-${what.kind === "now" ? 1 : rows}`;
}

function kindOf(what: HourLine["what"]): string {
  if (what.kind === "now") return "hours-line";
  if (what.kind !== "appointment") {
    return what.kind === "gap" ? "hours-gap" : "hours-gap hours-pause";
  }
  const chosen = what.chosen ? " hours-chosen" : "";
  return `hours-${what.state.replace("_", "-")}${chosen}`;
}
