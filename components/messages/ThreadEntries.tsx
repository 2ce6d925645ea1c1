import type { JSX } from "preact";
import {
  ThreadMessage,
  type ThreadMessageTexts,
} from "@/components/chat/ThreadMessage.tsx";
import {
  type ShownMessage,
  type ThreadConsultation,
  withConsultations,
} from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { formatDate } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import {
  ConsultationMark,
  DayMark,
  type ThreadMarkTexts,
} from "./ThreadMark.tsx";

/** What is said of messages and consultations in a thread. */
type ThreadTexts =
  & ThreadMarkTexts
  & ThreadMessageTexts
  & Pick<
    ConsultationTexts,
    "chatEmpty" | "chatMessage" | "chatPlaceholder" | "chatSend" | "chatTyping"
  >;

export interface ThreadEntriesProps {
  /** Oldest first. */
  entries: readonly ShownMessage[];
  /** Oldest first. */
  consultations: readonly ThreadConsultation[];
  me: Side;
  otherName: string;
  /** IANA name. */
  zone: string;
  language: Language;
  texts: ThreadTexts;
  files: FileTexts;
  onRetry?: (id: string) => void;
}

/** The items of a thread: messages under their days, consultations between them. An array, so that an empty one is known. */
export function ThreadEntries(props: ThreadEntriesProps): JSX.Element[] {
  const { entries, consultations, me, otherName, zone, language, texts } =
    props;
  const items: JSX.Element[] = [];
  let day = "";
  for (const item of withConsultations(entries, consultations)) {
    if (item.kind === "consultation") {
      items.push(
        <ConsultationMark
          key={item.consultation.id}
          consultation={item.consultation}
          me={me}
          zone={zone}
          language={language}
          texts={texts}
        />,
      );
      continue;
    }
    const entry = item.message;
    const date = formatDate(entry.sent_at, language, zone);
    if (date !== day) {
      items.push(
        <DayMark
          key={date}
          at={entry.sent_at}
          language={language}
          zone={zone}
        />,
      );
      day = date;
    }
    items.push(
      <ThreadMessage
        key={entry.id}
        entry={entry}
        me={me}
        otherName={otherName}
        zone={zone}
        language={language}
        texts={texts}
        files={props.files}
        onRetry={props.onRetry}
      />,
    );
  }
  return items;
}
