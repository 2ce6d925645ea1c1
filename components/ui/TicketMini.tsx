import type { ComponentChildren } from "preact";
import { doctorName } from "@/domain/records.ts";
import { formatStart } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";
import { Portrait } from "./Portrait.tsx";
import { Spoken } from "./Spoken.tsx";

interface TicketMiniProps {
  doctor: {
    slug: string;
    title: string;
    first_name: string;
    last_name: string;
    time_zone: string;
  };
  /** Whom it is for, when that is not the reader: a whole text. */
  forWhom?: string;
  /** ISO instants. */
  startsAt: string;
  now: string;
  language: Language;
  /** Makes the whole ticket a link to the appointment. */
  href?: string;
  /** At its end: a state, an action. */
  end?: ComponentChildren;
  /** Below: `LineBars`. */
  children?: ComponentChildren;
}

/** A ticket in one line: in the list of appointments, above the waiting room. */
export function TicketMini(props: TicketMiniProps) {
  const { doctor, startsAt, now, language, href, end, children } = props;
  const zone = doctor.time_zone;
  const time = formatStart(startsAt, language, zone);
  const name = <bdi>{doctorName(doctor, language)}</bdi>;
  return (
    <div class="ticket-mini">
      <Portrait person={doctor} size="s" />
      <div>
        <p class="ticket-name">
          {href ? <a class="ticket-mini-link" href={href}>{name}</a> : name}
        </p>
        <p class="ticket-mini-day">
          <Spoken form="full-day" at={startsAt} {...{ now, zone, language }} />
        </p>
        {props.forWhom && (
          <p class="ticket-mini-day" dir="auto">{props.forWhom}</p>
        )}
      </div>
      <p class="ticket-mini-hour">
        <time dateTime={startsAt}>{time}</time>
      </p>
      {end && <div class="ticket-mini-end">{end}</div>}
      {children}
    </div>
  );
}
