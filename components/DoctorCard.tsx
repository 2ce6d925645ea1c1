import type { ComponentChildren } from "preact";
import { Badge } from "./Badge.tsx";
import { Icon } from "./Icon.tsx";
import { Initials } from "./Initials.tsx";

interface DoctorCardProps {
  /** `Dr Anne Weber`. */
  name: string;
  specialty: string;
  /** `français, allemand, luxembourgeois`, after a word for screen readers. */
  languages?: { label: string; text: string };
  place?: string;
  /** The word for "free now", when the doctor is. */
  freeNow?: string;
  /** The next free slot: `mardi 24 novembre, 17:10`, as a link to its confirmation, with a label before it. */
  next?: { label: string; text: string; href: string };
  /** Shown instead of the next slot when there is none. */
  none?: string;
  /** The doctor's calendar. */
  calendar: { label: string; href: string };
  children?: ComponentChildren;
}

/** A doctor in a list: who, in which languages, and when next. */
export function DoctorCard(props: DoctorCardProps) {
  const {
    name,
    specialty,
    languages,
    place,
    freeNow,
    next,
    none,
    calendar,
    children,
  } = props;
  return (
    <article class="doctor">
      <div class="doctor-who">
        <Initials name={name} />
        <div>
          <h3 class="doctor-name">
            <a href={calendar.href}>{name}</a>
          </h3>
          <p>{specialty}</p>
        </div>
        {freeNow && <Badge kind="call" icon="success">{freeNow}</Badge>}
      </div>
      <ul class="doctor-facts">
        {languages && (
          <li>
            <Icon name="chat" />
            <span>
              <span class="visually-hidden">{languages.label}</span>{" "}
              {languages.text}
            </span>
          </li>
        )}
        {place && (
          <li>
            <Icon name="door" />
            <span>{place}</span>
          </li>
        )}
      </ul>
      {children}
      <div class="doctor-next">
        {next
          ? (
            <a class="doctor-slot" href={next.href}>
              <span>{next.label}</span>
              <strong>{next.text}</strong>
            </a>
          )
          : none && <p class="soft">{none}</p>}
        <a
          class="doctor-calendar"
          href={calendar.href}
          aria-label={`${calendar.label}, ${name}`}
        >
          {calendar.label}
        </a>
      </div>
    </article>
  );
}
