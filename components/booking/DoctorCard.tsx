import { Badge } from "@/components/ui/Badge.tsx";
import { Portrait } from "@/components/ui/Portrait.tsx";
import { Spoken, spokenLabel } from "@/components/ui/Spoken.tsx";
import { paths } from "@/domain/paths.ts";
import { type DoctorCard as Doctor, doctorName } from "@/domain/records.ts";
import { formatStart } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, languageNames } from "@/i18n/mod.ts";
import { formatSpokenDay } from "@/i18n/spoken.ts";

export interface DoctorCardProps {
  doctor: Doctor;
  /** Starts of the next free slots, ISO instants, in order. Those of the first day are shown, three at most. */
  slots: readonly string[];
  /** ISO instant. */
  now: string;
  language: Language;
  texts: Pick<
    BookingTexts,
    "consultsIn" | "freeNow" | "noFreeSlot" | "nextFree"
  >;
}

/** A doctor in a list: who, in which languages, and when next. The whole card leads to the calendar, each slot to its ticket. */
export function DoctorCard(props: DoctorCardProps) {
  const { doctor, language, texts } = props;
  return (
    <article class="doctor-card">
      <div class="doctor-card-who">
        <Portrait person={doctor} />
        <div>
          <h3 class="doctor-card-name">
            <a href={paths.doctor(language, doctor.slug)}>
              <bdi>{doctorName(doctor, language)}</bdi>
            </a>
          </h3>
          <p class="doctor-card-facts">
            {doctor.specialty[language]},{" "}
            <span class="no-wrap">{doctor.city}</span>
          </p>
        </div>
      </div>
      <p class="doctor-card-facts">
        <span class="visually-hidden">{texts.consultsIn}</span>
        {doctor.languages.map((spoken) => languageNames[spoken]).join(", ")}
      </p>
      <NextSlots {...props} />
    </article>
  );
}

function NextSlots({ doctor, slots, now, language, texts }: DoctorCardProps) {
  const { slug, time_zone: zone, free_now } = doctor;
  const [first] = slots;
  if (first === undefined) {
    return <p class="doctor-card-facts">{texts.noFreeSlot}</p>;
  }
  const dayOf = (start: string) => formatSpokenDay(start, language, zone, now);
  const day = dayOf(first);
  const spoken = { now, zone, language };
  return (
    <div class="doctor-card-next">
      <p class="doctor-card-day">
        <Spoken
          class="doctor-card-date"
          form="day"
          at={first}
          {...spoken}
        />
        {free_now && <Badge kind="call" icon="success">{texts.freeNow}</Badge>}
      </p>
      <ul
        class="slots-three"
        {...spokenLabel({
          ...spoken,
          form: "day",
          at: first,
          says: `${texts.nextFree}, {when}`,
        })}
      >
        {slots.filter((start) => dayOf(start) === day).slice(0, 3).map((
          start,
          index,
        ) => (
          <li key={start}>
            <a
              class={index === 0 ? "slot slot-first" : "slot"}
              href={paths.slot(language, slug, start)}
              {...spokenLabel({
                ...spoken,
                form: "time",
                at: start,
                says: `${doctorName(doctor, language)}, {when}`,
              })}
            >
              <time>{formatStart(start, language, zone)}</time>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
