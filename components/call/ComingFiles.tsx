import { ChatAttachment } from "@/components/chat/ChatAttachment.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import type { MessageRecord } from "@/domain/records.ts";
import { unopenedFiles } from "@/domain/threads.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

interface ComingFilesProps {
  messages: readonly MessageRecord[];
  language: Language;
  texts: FileTexts;
  /** Why they could not be opened. */
  problem?: string;
  onOpenAll: () => void;
}

/** After a consultation: its files that are still to be opened, and those that are kept. Nothing where there are none. */
export function ComingFiles(props: ComingFilesProps) {
  const { messages, language, texts } = props;
  const unopened = unopenedFiles(messages);
  const kept = messages.filter(({ attachment }) =>
    attachment?.inCall && attachment.standing === "opened"
  );
  const { length: count } = unopened;
  return (
    <>
      {count > 0 && (
        <li class="coming-todo">
          <span class="coming-mark">
            <Icon name="paperclip" />
          </span>
          <div>
            <h2>
              {t(
                plural(language, count, {
                  one: texts.toOpen_one,
                  other: texts.toOpen_other,
                }),
                { count },
              )}
            </h2>
            <p class="soft">{texts.toOpenText}</p>
            {props.problem && (
              <Notice kind="error" announce>{props.problem}</Notice>
            )}
            <FileList {...props} messages={unopened} />
          </div>
          <Button type="button" onClick={props.onOpenAll}>
            {texts.openAll}
          </Button>
        </li>
      )}
      {kept.length > 0 && (
        <li class="coming-done">
          <span class="coming-mark">
            <Icon name="paperclip" />
          </span>
          <div>
            <h2>{texts.keptTitle}</h2>
            <p class="soft">{texts.keptText}</p>
            <FileList {...props} messages={kept} />
          </div>
        </li>
      )}
    </>
  );
}

/** Files by their names, each to be opened. */
export function FileList(
  { messages, language, texts }: Pick<
    ComingFilesProps,
    "messages" | "language" | "texts"
  >,
) {
  return (
    <ul class="list-plain">
      {messages.map(({ id, thread_id, body, attachment }) =>
        attachment && (
          <li key={id}>
            <ChatAttachment
              name={body}
              attachment={attachment}
              href={paths.attachment(language, thread_id, id)}
              language={language}
              texts={texts}
            />
          </li>
        )
      )}
    </ul>
  );
}
