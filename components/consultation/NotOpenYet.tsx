import type { ComponentChildren } from "preact";
import { ButtonLink } from "@/components/Button.tsx";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import { formatDay, formatTimeWithZone } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface NotOpenYetProps {
  appointment: AppointmentRecord;
  /** The link into the room; it is followed by itself where JavaScript runs. */
  link: ComponentChildren;
  language: Language;
  texts: ConsultationTexts;
}

/** Too early: when the waiting room opens, and what to do meanwhile. */
export function NotOpenYet(props: NotOpenYetProps) {
  const { appointment, link, language, texts } = props;
  const { id, doctor, starts_at, opens_at } = appointment;
  return (
    <div class="stack column">
      <h1>{texts.notOpenTitle}</h1>
      <p class="lead">
        {t(texts.notOpenText, {
          day: formatDay(opens_at, language, doctor.time_zone),
          time: formatTimeWithZone(opens_at, language, doctor.time_zone),
        })}
      </p>
      <p>
        <strong>{doctorName(doctor)}</strong>
        <br />
        {formatDay(starts_at, language, doctor.time_zone)},{" "}
        {formatTimeWithZone(starts_at, language, doctor.time_zone)}
      </p>
      <h2>{texts.prepareTitle}</h2>
      <ul>
        <li>{texts.tipLight}</li>
        <li>{texts.tipSound}</li>
        <li>{texts.tipHeadset}</li>
      </ul>
      <div class="row">
        {link}
        <ButtonLink kind="secondary" href={paths.appointment(language, id)}>
          {texts.seeAppointment}
        </ButtonLink>
      </div>
    </div>
  );
}
