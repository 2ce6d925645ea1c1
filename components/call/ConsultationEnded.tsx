import type { ComponentChildren } from "preact";
import { FeedbackForm } from "@/components/booking/FeedbackForm.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { can, reopensUntil } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";
import { AfterPage, type AfterProps } from "./AfterPage.tsx";
import { Coming } from "./Coming.tsx";

interface ConsultationEndedProps extends AfterProps {
  /** The doctor has opened it again: how to come back. */
  reopened?: ComponentChildren;
}

/** Replaces the waiting room of an appointment that is over: how it ended, and what comes. */
export function ConsultationEnded(props: ConsultationEndedProps) {
  const { record, language, texts } = props;
  if (record.state === "completed") return <Completed {...props} />;
  const cancelled = record.state === "cancelled";
  return (
    <AfterPage
      {...props}
      title={cancelled ? texts.cancelledTitle : texts.noShowTitle}
    >
      <p class="lead">{cancelled ? texts.cancelledText : texts.noShowText}</p>
      <div class="row">
        <ButtonLink href={paths.home(language)}>{texts.findDoctor}</ButtonLink>
      </div>
    </AfterPage>
  );
}

function Completed(props: ConsultationEndedProps) {
  const { record, now, language, texts } = props;
  const { started_at, ended_at, doctor } = record;
  const until = reopensUntil(record);
  return (
    <AfterPage
      {...props}
      title={props.reopened
        ? t(texts.reopenedTitle, { doctor: doctorName(doctor, language) })
        : texts.endedTitle}
    >
      {props.reopened}
      {started_at && ended_at && (
        <p class="lead">
          {t(texts.endedTalked, {
            duration: formatDuration(
              Date.parse(ended_at) - Date.parse(started_at),
              language,
            ),
            doctor: doctorName(doctor, language),
          })}
        </p>
      )}
      {!props.reopened && until !== null && can.reopen(record, now) && (
        <Notice kind="warning" title={texts.hungUp}>
          <p>
            {t(texts.doctorReopens, {
              time: formatTime(until, language, doctor.time_zone),
            })}
          </p>
        </Notice>
      )}
      <Coming
        record={record}
        language={language}
        texts={texts}
        files={props.files}
        documents={props.documents}
      />
      {record.asks_for_feedback && (
        <FeedbackForm
          id={record.id}
          ticked={props.ticked}
          language={language}
          texts={props.feedback}
        />
      )}
    </AfterPage>
  );
}
