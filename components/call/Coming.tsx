import type { ComponentChildren } from "preact";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { ComingDocuments } from "./ComingDocuments.tsx";

interface ComingProps {
  record: AppointmentRecord;
  language: Language;
  texts: ConsultationTexts;
  files?: ComponentChildren;
  documents: CallDocumentTexts;
}

/** After a consultation, one entry each: what is done, and what is kept where. */
export function Coming(props: ComingProps) {
  const { record, language, texts, files } = props;
  const { id, started_at, ended_at, thread_id, doctor } = record;
  const time = (moment: string) =>
    formatTime(moment, language, doctor.time_zone);
  return (
    <ol class="coming panel">
      <li class="coming-done">
        <span class="coming-mark">
          <Icon name="check" />
        </span>
        <div>
          <h2>{texts.comingCall}</h2>
          {started_at && ended_at && (
            <p class="soft">
              {t(
                time(started_at) === time(ended_at)
                  ? texts.comingCallAt
                  : texts.comingCallTime,
                { start: time(started_at), end: time(ended_at) },
              )}
            </p>
          )}
        </div>
      </li>
      {files}
      <ComingDocuments
        documents={record.documents}
        language={language}
        texts={props.documents}
      />
      {record.documents.length === 0 && (
        <li>
          <span class="coming-mark">
            <Icon name="document" />
          </span>
          <div>
            <h2>{texts.comingDocuments}</h2>
            <p class="soft">{texts.comingDocumentsText}</p>
          </div>
          <ButtonLink
            kind="secondary"
            href={paths.appointmentDocuments(language, id)}
          >
            {texts.comingDocumentsLink}
          </ButtonLink>
        </li>
      )}
      {thread_id && (
        <li class="coming-done">
          <span class="coming-mark">
            <Icon name="chat" />
          </span>
          <div>
            <h2>{texts.comingMessages}</h2>
            <p class="soft">{texts.endedText}</p>
          </div>
          <ButtonLink kind="secondary" href={paths.appointment(language, id)}>
            {texts.seeAppointment}
          </ButtonLink>
        </li>
      )}
    </ol>
  );
}
