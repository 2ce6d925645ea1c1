import { useEffect, useRef, useState } from "preact/hooks";
import type { LiveThread } from "@/browser/use_messages.ts";
import { FileList } from "@/components/call/ComingFiles.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Dialog } from "@/components/ui/Dialog.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { unopenedByThem, unopenedFiles } from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

interface EndReminderProps {
  /** The red cross was pressed. */
  asked: boolean;
  thread: LiveThread;
  side: Side;
  otherName: string;
  language: Language;
  texts: ConsultationTexts;
  files: FileTexts;
  onEnd: () => void;
  onStay: () => void;
}

/** Before somebody hangs up who has not opened a file, or whose own nobody has: all are opened and kept in one press. */
export function EndReminder(props: EndReminderProps) {
  const { asked, thread, side, language, texts, files } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  /** What was not opened when the cross was pressed stays listed, with its links. */
  const [listed, setListed] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!asked) return dialog.current?.close();
    setFailed(false);
    setListed(unopenedFiles(thread.entries).map(({ id }) => id));
    dialog.current?.showModal();
    // Not on a button: the list is not drawn yet, so it would be the one that loses the files, for a second Enter.
    const heading = dialog.current?.querySelector("h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [asked]);
  const mine = thread.entries.filter(({ id }) => listed.includes(id));
  const theirs = side === "doctor" ? unopenedByThem(thread.entries).length : 0;
  const open = unopenedFiles(mine).length > 0;
  const openAll = () => {
    setFailed(false);
    thread.openAll().catch(() => setFailed(true));
  };
  return (
    <Dialog
      id="end-reminder"
      title={files.endTitle}
      dialogRef={dialog}
      onClose={props.onStay}
      actions={
        <>
          {open && (
            <Button type="button" onClick={openAll}>{files.openAll}</Button>
          )}
          <Button
            type="button"
            kind={open ? "secondary" : "danger"}
            onClick={props.onEnd}
          >
            {side === "doctor"
              ? open ? files.endAnyway : texts.endCall
              : open
              ? files.leaveAnyway
              : texts.leaveCall}
          </Button>
          <Button type="button" kind="quiet" onClick={props.onStay}>
            {files.stay}
          </Button>
        </>
      }
    >
      {failed && <Notice kind="error" announce>{texts.stepFailed}</Notice>}
      {mine.length > 0 && (
        <>
          <p>{files.toOpenText}</p>
          <FileList messages={mine} language={language} texts={files} />
        </>
      )}
      {theirs > 0 && (
        <p>
          {t(
            plural(language, theirs, {
              one: files.theirs_one,
              other: files.theirs_other,
            }),
            { name: props.otherName, count: theirs },
          )}
        </p>
      )}
    </Dialog>
  );
}
