import { ButtonLink } from "@/components/Button.tsx";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import { formatDay, formatTimeWithZone } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface NotOpenYetProps {
  appointment: AppointmentRecord;
  language: Language;
  texts: ConsultationTexts;
}

/** The browser asks again so often at the most, in seconds. */
const LONGEST_PAUSE = 300;

/** Too early: when the waiting room opens, and what to do meanwhile. Opens by itself, without JavaScript. */
export function NotOpenYet({ appointment, language, texts }: NotOpenYetProps) {
  const { id, doctor, starts_at, opens_at, now } = appointment;
  const seconds = Math.ceil((Date.parse(opens_at) - Date.parse(now)) / 1000);
  return (
    <div class="stack column">
      <meta
        http-equiv="refresh"
        content={String(Math.min(Math.max(seconds, 1), LONGEST_PAUSE))}
      />
      <h1>{texts.notOpenTitle}</h1>
      <p class="lead">
        {t(texts.notOpenText, {
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
        <ButtonLink kind="secondary" href={paths.appointment(language, id)}>
          {texts.seeAppointment}
        </ButtonLink>
      </div>
    </div>
  );
}
