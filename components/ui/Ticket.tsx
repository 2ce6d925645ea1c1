import type { ComponentChildren } from "preact";
import { type DoctorCard, doctorName } from "@/domain/records.ts";
import { formatDay, formatOffset, formatTime, placeOf } from "@/i18n/format.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { Portrait } from "./Portrait.tsx";
import { Spoken } from "./Spoken.tsx";

/** `draft`: chosen, not booked. `over`: took place or was missed; `cancelled`: with the hour struck through. */
export type TicketLook = "draft" | "booked" | "over" | "cancelled";

export interface TicketProps {
  look: TicketLook;
  /** `wide`: the page's subject. `fold`: beside a form, two lines below 64rem. */
  layout?: "wide" | "fold";
  /** Defaults to "not booked yet" for a draft. */
  state?: { icon: IconName; text: string };
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  /** ISO instant: what "tomorrow" is seen from. */
  now: string;
  doctor: DoctorCard;
  /** In which language the consultation is announced. */
  spoken: Language;
  language: Language;
  texts: TicketTexts;
  /** Day and hour are the page's heading. */
  heading?: boolean;
  /** Whom it is for, when that is not the reader. */
  patient?: string;
  /** On paper only: who it is for and where to go. */
  printed?: { patient: string; address: string };
  /** After the doctor: countdown, actions, a note; in this order. */
  children?: ComponentChildren;
  /** Across the foot: the line of what comes. */
  foot?: ComponentChildren;
  /** Where it follows what happens (`followedEntry`). */
  entry?: Record<string, string>;
}

/** The product's object: when, with whom, and what comes. */
export function Ticket(props: TicketProps) {
  const { look, layout, doctor, language, texts, printed } = props;
  const kind = look === "booked"
    ? ""
    : look === "cancelled"
    ? " ticket-over ticket-cancelled"
    : ` ticket-${look}`;
  return (
    <article
      class={`ticket${kind}${layout ? ` ticket-${layout}` : ""}`}
      {...props.entry}
    >
      <TicketHead {...props} />
      <div class="ticket-tear" />
      <div class="ticket-body">
        <div class="ticket-who">
          <Portrait person={doctor} />
          <div>
            <p class="ticket-name">
              <bdi>{doctorName(doctor, language)}</bdi>
            </p>
            <p class="soft">
              {doctor.specialty[language]}, {doctor.city}.{" "}
              {spokenIn(props.spoken, texts)}.
            </p>
          </div>
        </div>
        {props.patient && (
          <p class="no-print" dir="auto">
            <strong>{t(texts.forDependant, { name: props.patient })}</strong>
          </p>
        )}
        {printed && (
          <div class="printed-only">
            <p>{t(texts.forPatient, { name: printed.patient })}</p>
            <p>{t(texts.roomAddress, { address: printed.address })}</p>
          </div>
        )}
        {props.children}
      </div>
      {props.foot && <div class="ticket-foot">{props.foot}</div>}
    </article>
  );
}

function TicketHead(props: TicketProps) {
  const { startsAt, endsAt, now, doctor, language, texts, state } = props;
  const zone = doctor.time_zone;
  const Heading = props.heading ? "h1" : "div";
  const duration = Date.parse(endsAt) - Date.parse(startsAt);
  return (
    <div class="ticket-head">
      <p class="badge ticket-state">
        <Icon name={state?.icon ?? "clock"} />
        {state?.text ?? texts.notBooked}
      </p>
      <Heading class="ticket-when">
        <Spoken
          class="ticket-day no-print"
          form="full-day"
          at={startsAt}
          {...{ now, zone, language }}
        />
        <span class="ticket-day printed-only">
          {formatDay(startsAt, language, zone)}
        </span>{" "}
        <span class="ticket-hour">
          <time dateTime={startsAt}>
            {formatTime(startsAt, language, zone)}
          </time>
        </span>
      </Heading>
      <p class="ticket-length">
        {t(texts.length, {
          duration: formatDuration(duration, language),
          end: formatTime(endsAt, language, zone),
        })}
        <br />
        {t(texts.zone, {
          place: placeOf(zone, language),
          offset: formatOffset(startsAt, zone),
        })}
      </p>
    </div>
  );
}

const spoken = {
  fr: "spokenFr",
  de: "spokenDe",
  en: "spokenEn",
  lb: "spokenLb",
  pt: "spokenPt",
} as const satisfies Record<Language, keyof TicketTexts>;

/** `En français`, in the reader's language. */
function spokenIn(language: Language, texts: TicketTexts): string {
  return texts[spoken[language]];
}
