import { useState } from "preact/hooks";
import type { LiveThread } from "@/browser/use_messages.ts";
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

/** The files of a consultation on the page after it: as long as it can be reopened, they can be opened and kept. */
export function FilesAfterCall(props: FilesAfterCallProps) {
  const { thread, language, texts, files } = props;
  const [failed, setFailed] = useState(false);
  return (
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
  );
}
