import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import { Initials } from "./Initials.tsx";

export interface WaitingPatient {
  key: string;
  name: string;
  /** `Rendez-vous à 17:10`. */
  appointment: string;
  /** How long already, counted by the island: `4 min 12 s`. */
  since: string;
  /** What the patient wrote when booking. */
  symptoms?: string;
  /** Waits longer than he should: amber. */
  late?: boolean;
  /** Call first, then message and the others. */
  actions: ComponentChildren;
}

interface WaitingListProps {
  id?: string;
  title: string;
  /** Before the time, for screen readers: `attend depuis`. */
  sinceLabel: string;
  /** Oldest first. */
  patients: readonly WaitingPatient[];
  /** Shown when nobody waits. */
  empty: ComponentChildren;
}

/** Who is in the waiting room, since when, and the button that calls. Additions are announced. */
export function WaitingList(props: WaitingListProps) {
  const { id = "waiting", title, sinceLabel, patients, empty } = props;
  return (
    <section class="waiting-list" aria-labelledby={`${id}-title`}>
      <div class="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {patients.length > 0 && <span class="count">{patients.length}</span>}
      </div>
      {patients.length === 0 && empty}
      <ol class="waiting-patients">
        {patients.map((patient) => (
          <li
            key={patient.key}
            class={patient.late
              ? "waiting-patient waiting-late"
              : "waiting-patient"}
          >
            <Initials name={patient.name} />
            <div class="waiting-who">
              <strong>{patient.name}</strong>
              <span class="soft">{patient.appointment}</span>
            </div>
            <span class="waiting-since">
              <Icon name="clock" />
              <span class="visually-hidden">{sinceLabel}</span>
              <time>{patient.since}</time>
            </span>
            {patient.symptoms && (
              <p class="waiting-symptoms">{patient.symptoms}</p>
            )}
            <div class="waiting-actions">{patient.actions}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
