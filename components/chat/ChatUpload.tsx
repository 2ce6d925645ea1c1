import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { type FileTexts, refusalOfFile } from "@/i18n/attachments.ts";
import { formatBytes } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface FileOnItsWay {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  state: "uploading" | "checking" | "failed";
  /** How much has left, from 0 to 1. */
  part: number;
  refusal: string | null;
}

interface ChatUploadProps extends FileOnItsWay {
  language: Language;
  texts: FileTexts;
  onCancel: () => void;
  onRetry: () => void;
}

/** Whether the file itself was refused, which sending it again does not change. */
function isOfTheFile(refusal: string | null): boolean {
  return refusal?.startsWith("attachment_") ?? false;
}

/** A file on its way: how far it is, or why it is not sent. */
function ChatUpload(props: ChatUploadProps) {
  const { name, size, state, part, refusal, language, texts } = props;
  const failed = state === "failed";
  const percent = Math.round(part * 100);
  return (
    <li class={`message message-mine${failed ? " message-failed" : ""}`}>
      <div class="message-bubble">
        <p class="attachment attachment-closed">
          <Icon name="document" />
          <span>
            <span class="attachment-name" dir="auto">{name}</span>
            <span class="attachment-facts">{formatBytes(size, language)}</span>
          </span>
        </p>
        {!failed && (
          <progress
            class="attachment-progress"
            value={part}
            max={1}
            aria-label={name}
          />
        )}
      </div>
      <p class="message-facts" role={failed ? "alert" : undefined}>
        {failed
          ? refusalOfFile(refusal, texts)
          : state === "checking"
          ? texts.checking
          : t(texts.uploading, { percent })}
      </p>
      <p class="message-facts row">
        {failed && !isOfTheFile(refusal) && (
          <ScriptButton class="link-button" onClick={props.onRetry}>
            {t(texts.retry, { name })}
          </ScriptButton>
        )}
        <ScriptButton class="link-button" onClick={props.onCancel}>
          {t(texts.cancel, { name })}
        </ScriptButton>
      </p>
    </li>
  );
}

/** The files on their way, for the end of a chat's messages. An array, so that an empty one is known. */
export function chatUploads(
  uploads: readonly FileOnItsWay[],
  acts: { cancel: (id: string) => void; retry: (id: string) => void },
  language: Language,
  texts: FileTexts,
) {
  return uploads.map((upload) => (
    <ChatUpload
      {...upload}
      key={upload.id}
      language={language}
      texts={texts}
      onCancel={() => acts.cancel(upload.id)}
      onRetry={() => acts.retry(upload.id)}
    />
  ));
}
