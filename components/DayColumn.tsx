import type { ComponentChildren } from "preact";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { StateBadge } from "./Badge.tsx";

/** One line of a doctor's day. */
export type DayEntry =
  | {
    kind: "appointment";
    key: string;
    /** `17:10`. */
    time: string;
    name: string;
    /** Age, language, reason: what helps to prepare. */
    facts?: string;
    state: AppointmentState;
    /** The appointment or the patient's file. */
    href?: string;
    /** Buttons for what its state allows. */
    actions?: ComponentChildren;
  }
  | {
    kind: "free";
    key: string;
    time: string;
    /** `Libre jusqu’à 11:20`. */
    label: string;
  }
  | {
    kind: "now";
    key: string;
    time: string;
    /** `Maintenant`. */
    label: string;
  };

interface DayColumnProps {
  /** Id of the heading. */
  id?: string;
  title: string;
  entries: readonly DayEntry[];
  texts: FrameTexts;
  /** Shown when the day holds nothing. */
  empty: ComponentChildren;
  /** Beside the heading: other days. */
  aside?: ComponentChildren;
}

/** Today as a column of time, with the now-line between what was and what comes. Free stretches are one line. */
export function DayColumn(props: DayColumnProps) {
  const { id = "day", title, entries, texts, empty, aside } = props;
  return (
    <section class="day" aria-labelledby={`${id}-title`}>
      <div class="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </div>
      {entries.length === 0 ? empty : (
        <ol class="day-list">
          {entries.map((entry) => (
            <li key={entry.key} class={classOf(entry)}>
              <time class="day-time">{entry.time}</time>
              {entry.kind === "appointment"
                ? <Appointment entry={entry} texts={texts} />
                : <span class="day-label">{entry.label}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function classOf(entry: DayEntry): string {
  if (entry.kind !== "appointment") return `day-entry day-${entry.kind}`;
  return `day-entry day-appointment day-${entry.state.replace("_", "-")}`;
}

function Appointment(
  { entry, texts }: {
    entry: Extract<DayEntry, { kind: "appointment" }>;
    texts: FrameTexts;
  },
) {
  return (
    <div class="day-what">
      <div class="day-who">
        {entry.href
          ? <a class="day-name" href={entry.href}>{entry.name}</a>
          : <span class="day-name">{entry.name}</span>}
        {entry.facts && <span class="day-facts">{entry.facts}</span>}
      </div>
      <StateBadge state={entry.state} texts={texts} />
      {entry.actions && <div class="day-actions">{entry.actions}</div>}
    </div>
  );
}
