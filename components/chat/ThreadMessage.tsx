import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { paths } from "@/domain/paths.ts";
import type { ShownMessage } from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";
import { ChatAttachment } from "./ChatAttachment.tsx";
import { ChatMessage } from "./ChatMessage.tsx";

/** What is said of a message, in a call's chat and in a thread. */
export type ThreadMessageTexts = Pick<
  ConsultationTexts,
  "you" | "chatSending" | "chatSent" | "chatFailed" | "chatRead" | "chatRetry"
>;

interface ThreadMessageProps {
  entry: ShownMessage;
  /** The side of whoever looks. */
  me: Side;
  otherName: string;
  /** IANA name. */
  zone: string;
  language: Language;
  texts: ThreadMessageTexts;
  files: FileTexts;
  /** Tries a failed message again. */
  onRetry?: (id: string) => void;
}

/** A message of a thread as it stands: on its way, failed, sent, or read. */
export function ThreadMessage(props: ThreadMessageProps) {
  const { entry, me, otherName, zone, language, texts, files, onRetry } = props;
  const failed = entry.delivery === "failed";
  return (
    <ChatMessage
      author={entry.author === me ? texts.you : otherName}
      mine={entry.author === me}
      text={entry.body}
      file={entry.attachment && (
        <ChatAttachment
          name={entry.body}
          attachment={entry.attachment}
          href={paths.attachment(language, entry.thread_id, entry.id)}
          language={language}
          texts={files}
        />
      )}
      time={formatTime(entry.sent_at, language, zone)}
      state={stateOf(entry, me, texts)}
      failed={failed}
    >
      {failed && onRetry && (
        <ScriptButton
          class="link-button"
          onClick={() => onRetry(entry.id)}
        >
          {texts.chatRetry}
        </ScriptButton>
      )}
    </ChatMessage>
  );
}

function stateOf(entry: ShownMessage, me: Side, texts: ThreadMessageTexts) {
  if (entry.delivery === "sending") return texts.chatSending;
  if (entry.delivery === "failed") return texts.chatFailed;
  // Our server has it. Whether the other side's screen has it, nobody can tell before it is read.
  if (entry.author !== me) return undefined;
  return entry.read_at ? texts.chatRead : texts.chatSent;
}
