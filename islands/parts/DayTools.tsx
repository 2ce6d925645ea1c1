import { useRef } from "preact/hooks";
import { useKeys } from "@/browser/use_keys.ts";
import { Dialog } from "@/components/ui/Dialog.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { KeyFoot } from "@/components/workspace/KeyFoot.tsx";
import { KeyList } from "@/components/workspace/KeyList.tsx";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";

interface DayToolsProps {
  /** `c`: calls the first who is present. */
  onCall: () => void;
  /** `m`: writes to whoever is chosen. */
  onMessage: () => void;
  /** `/`: searches. */
  onSearch: () => void;
  texts: WorkspaceTexts;
  frame: FrameTexts;
}

/** The keys of the workspace at its foot, and the dialog that lists them (`?`). */
export function DayTools(props: DayToolsProps) {
  const { texts, frame } = props;
  const help = useRef<HTMLDialogElement>(null);
  useKeys({
    c: props.onCall,
    m: props.onMessage,
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    "/": props.onSearch,
    "?": () => help.current?.showModal(),
  });
  const keys = [
    { key: "j k", does: texts.keyMove },
    { key: texts.keyEnter, does: texts.keyOpen },
    { key: "c", does: texts.keyCall },
    { key: "m", does: texts.keyMessage },
    { key: "/", does: texts.keySearch },
    { key: "?", does: texts.keyHelp },
  ];
  return (
    <>
      <KeyFoot label={texts.keys} keys={keys} />
      <Dialog
        id="keys"
        title={texts.keys}
        dialogRef={help}
        actions={
          <ScriptButton
            class="button button-secondary"
            onClick={() => help.current?.close()}
          >
            {frame.close}
          </ScriptButton>
        }
      >
        <KeyList keys={keys} />
      </Dialog>
    </>
  );
}

/** The appointment after or before the one that has the focus; the one that is marked where none has. */
function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(".hours-name")];
  const current = links.findIndex((link) => link === document.activeElement);
  const marked = links.findIndex((link) => link.hasAttribute("aria-current"));
  const next = current === -1 ? Math.max(0, marked) : current + step;
  links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
}
