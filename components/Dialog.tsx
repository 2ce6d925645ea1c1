import type { ComponentChildren, Ref } from "preact";
import { Icon } from "./Icon.tsx";

interface DialogProps {
  id: string;
  title: string;
  /** Rendered open by the server: works without JavaScript, over a dimmed page. An island calls `showModal()`. */
  open?: boolean;
  /** Where the cross leads without JavaScript; no cross when absent. */
  closeHref?: string;
  closeLabel?: string;
  dialogRef?: Ref<HTMLDialogElement>;
  onClose?: () => void;
  /** The question's answers; the one that goes on first. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** A window over the page that asks one thing. */
export function Dialog(
  {
    id,
    title,
    open,
    closeHref,
    closeLabel,
    dialogRef,
    onClose,
    actions,
    children,
  }: DialogProps,
) {
  return (
    <dialog
      class="dialog"
      id={id}
      open={open}
      aria-labelledby={`${id}-title`}
      ref={dialogRef}
      onClose={onClose}
    >
      <div class="dialog-window">
        <div class="dialog-head">
          <h2 id={`${id}-title`}>{title}</h2>
          {closeHref && (
            <a class="dialog-close" href={closeHref} aria-label={closeLabel}>
              <Icon name="cross" />
            </a>
          )}
        </div>
        <div class="dialog-body stack">{children}</div>
        {actions && <div class="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
