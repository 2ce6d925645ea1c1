import { useRef } from "preact/hooks";
import { useKeys } from "@/browser/use_keys.ts";
import { Dialog } from "@/components/Dialog.tsx";
import { KeyList } from "@/components/KeyList.tsx";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";

interface DayToolsProps {
  /** `c`: calls who waits longest. */
  onCall: () => void;
  /** `m`: writes to them. */
  onMessage: () => void;
  texts: WorkspaceTexts;
  frame: FrameTexts;
}

/** The keys of the workspace, and the dialog that lists them (`?`). */
export function DayTools({ onCall, onMessage, texts, frame }: DayToolsProps) {
  const help = useRef<HTMLDialogElement>(null);
  const showHelp = () => help.current?.showModal();
  useKeys({ c: onCall, m: onMessage, "?": showHelp });
  return (
    <>
      <button type="button" class="button button-quiet" onClick={showHelp}>
        {texts.keys}
      </button>
      <Dialog
        id="keys"
        title={texts.keys}
        dialogRef={help}
        actions={
          <button
            type="button"
            class="button button-secondary"
            onClick={() => help.current?.close()}
          >
            {frame.close}
          </button>
        }
      >
        <KeyList
          keys={[
            { key: "c", does: texts.keyCall },
            { key: "m", does: texts.keyMessage },
            { key: "?", does: texts.keyHelp },
          ]}
        />
      </Dialog>
    </>
  );
}
