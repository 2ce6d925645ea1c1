import { useState } from "preact/hooks";
import type { LiveThread } from "@/browser/use_messages.ts";
import { chatUploads } from "@/components/chat/ChatUpload.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { ComingFiles } from "@/components/call/ComingFiles.tsx";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { Language } from "@/i18n/mod.ts";

interface FilesAfterCallProps {
  thread: LiveThread;
  language: Language;
  texts: ConsultationTexts;
  files: FileTexts;
}

/** The files of a consultation on the page after it: those still on their way, and as long as it can be reopened, they can be opened and kept. */
export function FilesAfterCall(props: FilesAfterCallProps) {
  const { thread, language, texts, files } = props;
  const [failed, setFailed] = useState(false);
  const { uploads } = thread;
  const sending = uploads.list.value;
  return (
    <>
      {sending.length > 0 && (
        <li class="coming-todo">
          <span class="coming-mark">
            <Icon name="paperclip" />
          </span>
          <div>
            <h2>{files.sendingTitle}</h2>
            <p class="soft">{files.sendingText}</p>
            <ul class="list-plain">
              {chatUploads(sending, uploads, language, files)}
            </ul>
          </div>
        </li>
      )}
      <ComingFiles
        messages={thread.entries}
        problem={failed ? texts.stepFailed : undefined}
        language={language}
        texts={files}
        onOpenAll={() => {
          setFailed(false);
          thread.openAll().catch(() => setFailed(true));
        }}
      />
    </>
  );
}
