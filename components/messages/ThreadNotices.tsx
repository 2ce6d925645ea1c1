import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import type { ThreadRecord } from "@/domain/threads.ts";
import { formatDay } from "@/i18n/format.ts";
import type { MessagesTexts } from "@/i18n/fr/messages.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

interface ThreadNoticesProps {
  thread: ThreadRecord;
  language: Language;
  texts: MessagesTexts;
}

/** What a patient should know before they write: no emergencies, when the doctor answers, whether they may write. */
export function ThreadNotices(props: ThreadNoticesProps) {
  const { thread, language, texts } = props;
  if (thread.me === "doctor") {
    return thread.closed_reason === null
      ? null
      : (
        <Notice title={texts.closedTitle}>
          <p dir="auto">{thread.closed_reason}</p>
        </Notice>
      );
  }
  const book = (
    <p>
      <a href={paths.doctor(language, thread.doctor.slug)}>{texts.bookLink}</a>
    </p>
  );
  if (thread.closed_reason !== null) {
    return (
      <Notice kind="warning" title={texts.closedTitle}>
        <p dir="auto">{thread.closed_reason}</p>
        {book}
      </Notice>
    );
  }
  if (!thread.may_write) {
    return (
      <Notice>
        <p>{texts.noAppointment}</p>
        {book}
      </Notice>
    );
  }
  return (
    <>
      {thread.away_from !== null && thread.away_until !== null && (
        <Notice kind="warning">
          <p>
            {t(texts.away, {
              name: doctorName(thread.doctor, language),
              from: dayOf(thread.away_from, language),
              until: dayOf(thread.away_until, language),
            })}
          </p>
          {book}
        </Notice>
      )}
      <Notice>
        <p>
          <strong>{texts.notUrgent}</strong>
        </p>
        <p>{answerTime(thread, language, texts)}</p>
      </Notice>
    </>
  );
}

function answerTime(
  { answers_within_days: count, doctor }: ThreadRecord,
  language: Language,
  texts: MessagesTexts,
): string {
  const name = doctorName(doctor, language);
  if (count === null) return t(texts.answersUnknown, { name });
  const form = plural(language, count, {
    one: texts.answers_one,
    other: texts.answers_other,
  });
  return t(form, { name, count });
}

function dayOf(date: string, language: Language): string {
  return formatDay(`${date}T12:00:00Z`, language, "Etc/UTC");
}
