import type { JSX } from "preact";
import { ChatAttachment } from "@/components/chat/ChatAttachment.tsx";
import { ChatMessage } from "@/components/chat/ChatMessage.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import {
  type ShownMessage,
  type ThreadConsultation,
  withConsultations,
} from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";
import { paths } from "@/domain/paths.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { formatDate, formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import {
  ConsultationMark,
  DayMark,
  type ThreadMarkTexts,
} from "./ThreadMark.tsx";

/** What is said of messages in a chat and in a thread. */
type ThreadTexts =
  & ThreadMarkTexts
  & Pick<
    ConsultationTexts,
    | "you"
    | "chatEmpty"
    | "chatMessage"
    | "chatPlaceholder"
    | "chatSend"
    | "chatSending"
    | "chatFailed"
    | "chatRead"
    | "chatRetry"
    | "chatTyping"
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
      <ChatMessage
        key={entry.id}
        author={entry.author === me ? texts.you : otherName}
        mine={entry.author === me}
        text={entry.body}
        file={entry.attachment && (
          <ChatAttachment
            name={entry.body}
            attachment={entry.attachment}
            href={paths.attachment(language, entry.thread_id, entry.id)}
            language={language}
            texts={props.files}
          />
        )}
        time={formatTime(entry.sent_at, language, zone)}
        state={stateOf(entry, me, texts)}
        failed={entry.delivery === "failed"}
      >
        {entry.delivery === "failed" && props.onRetry && (
          <ScriptButton
            class="link-button"
            onClick={() => props.onRetry?.(entry.id)}
          >
            {texts.chatRetry}
          </ScriptButton>
        )}
      </ChatMessage>,
    );
  }
  return items;
}

function stateOf(entry: ShownMessage, me: Side, texts: ThreadTexts) {
  if (entry.delivery === "sending") return texts.chatSending;
  if (entry.delivery === "failed") return texts.chatFailed;
  return entry.author === me && entry.read_at ? texts.chatRead : undefined;
}
