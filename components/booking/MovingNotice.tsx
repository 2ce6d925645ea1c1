import { Notice } from "@/components/ui/Notice.tsx";
import { Spoken } from "@/components/ui/Spoken.tsx";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, dependantName } from "@/domain/records.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import { type Language, t, type Text } from "@/i18n/mod.ts";

interface MovingNoticeProps {
  appointment: AppointmentRecord;
  /** ISO instant. */
  now: string;
  language: Language;
  forDependant: Text<"name">;
  texts: MovingTexts;
}

/** Above a calendar: which appointment is being moved, and the way back. */
export function MovingNotice(props: MovingNoticeProps) {
  const { appointment, now, language, forDependant, texts } = props;
  const { id, starts_at, doctor } = appointment;
  const dependant = dependantName(appointment);
  return (
    <Notice
      title={
        <Spoken
          form="time"
          at={starts_at}
          zone={doctor.time_zone}
          {...{ now, language }}
          says={texts.moveIntro}
        />
      }
    >
      {dependant && <p dir="auto">{t(forDependant, { name: dependant })}</p>}
      <p>{texts.moveKept}</p>
      <p>
        <a href={paths.appointment(language, id)}>{texts.keepTime}</a>
      </p>
    </Notice>
  );
}
