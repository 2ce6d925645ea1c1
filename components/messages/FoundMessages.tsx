import { ChatAttachment } from "@/components/chat/ChatAttachment.tsx";
import { ChatMessage } from "@/components/chat/ChatMessage.tsx";
import { paths } from "@/domain/paths.ts";
import type { MessageRecord } from "@/domain/records.ts";
import type { ThreadRecord } from "@/domain/threads.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { formatDate, formatTime } from "@/i18n/format.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { otherName } from "./names.ts";

interface FoundMessagesProps {
  /** Oldest first. */
  messages: readonly MessageRecord[];
  search: string;
  thread: ThreadRecord;
  language: Language;
  texts: Pick<
    Catalogue,
    "messages" | "consultation" | "attachments" | "errors"
  >;
}

/** What a search in a thread has found. */
export function FoundMessages(props: FoundMessagesProps) {
  const { messages, search, thread, language, texts } = props;
  const { me, doctor } = thread;
  const files = fileTexts(texts);
  const form = plural(language, messages.length, {
    one: texts.messages.found_one,
    other: texts.messages.found_other,
  });
  return (
    <section class="section" aria-labelledby="found">
      <h2 id="found" dir="auto">
        {t(form, { count: messages.length, query: search })}
      </h2>
      <p>
        <a href={paths.thread(language, thread.id)}>
          {texts.messages.searchBack}
        </a>
      </p>
      <ol class="chat-log list-plain">
        {messages.map((message) => (
          <ChatMessage
            key={message.id}
            author={message.author === me
              ? texts.consultation.you
              : otherName(thread, language)}
            mine={message.author === me}
            text={message.body}
            file={message.attachment && (
              <ChatAttachment
                name={message.body}
                attachment={message.attachment}
                href={paths.attachment(language, thread.id, message.id)}
                language={language}
                texts={files}
              />
            )}
            time={`${
              formatDate(message.sent_at, language, doctor.time_zone)
            }, ${formatTime(message.sent_at, language, doctor.time_zone)}`}
          />
        ))}
      </ol>
    </section>
  );
}
