import { Badge } from "@/components/ui/Badge.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { paths } from "@/domain/paths.ts";
import type { ThreadEntry } from "@/domain/threads.ts";
import { formatDate, formatTime } from "@/i18n/format.ts";
import type { MessagesTexts } from "@/i18n/fr/messages.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { forPatient, otherName } from "./names.ts";

interface ThreadListProps {
  threads: readonly ThreadEntry[];
  /** ISO instant. */
  now: string;
  language: Language;
  texts: MessagesTexts;
}

/** Threads as lines, each a link: with whom, the last line, what is unread. */
export function ThreadList(props: ThreadListProps) {
  return (
    <ul class="threads panel rows list-plain">
      {props.threads.map((thread) => (
        <li key={thread.id}>
          <ThreadLine {...props} thread={thread} />
        </li>
      ))}
    </ul>
  );
}

function ThreadLine(
  { thread, now, language, texts }: ThreadListProps & { thread: ThreadEntry },
) {
  const { last, unread, me, doctor } = thread;
  const patient = forPatient(thread, texts);
  return (
    <a
      class={unread > 0 ? "thread-line thread-line-unread" : "thread-line"}
      href={paths.thread(language, thread.id)}
    >
      <span class="thread-line-name">
        <bdi>{otherName(thread, language)}</bdi>
        {patient && <span class="soft small" dir="auto">{patient}</span>}
      </span>
      {last && (
        <time class="thread-line-time" dateTime={last.sent_at}>
          {when(last.sent_at, now, language, doctor.time_zone)}
        </time>
      )}
      <span class="thread-line-last" dir="auto">
        {last === null
          ? texts.noLine
          : last.author === me
          ? t(texts.yourLine, { text: last.body })
          : last.body}
      </span>
      <span class="thread-line-end">
        {thread.closed && <Badge icon="cross">{texts.closed}</Badge>}
        {unread > 0 && (
          <span class="count">
            <span aria-hidden="true">{unread}</span>
            <span class="visually-hidden">
              {t(
                plural(language, unread, {
                  one: texts.unread_one,
                  other: texts.unread_other,
                }),
                { count: unread },
              )}
            </span>
          </span>
        )}
        <Icon name="arrow-right" />
      </span>
    </a>
  );
}

/** The time today, else the date. */
function when(at: string, now: string, language: Language, zone: string) {
  const day = formatDate(at, language, zone);
  return day === formatDate(now, language, zone)
    ? formatTime(at, language, zone)
    : day;
}
