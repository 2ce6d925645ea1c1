import type { ComponentChildren, Ref } from "preact";

interface DialogProps {
  id: string;
  title: string;
  /** Rendered open by the server: works without JavaScript, over a dimmed page. An island calls `showModal()`. */
  open?: boolean;
  dialogRef?: Ref<HTMLDialogElement>;
  onClose?: () => void;
  /** The buttons; the one that continues first. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** A modal dialog with one question. */
export function Dialog(
  {
    id,
    title,
    open,
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
        </div>
        <div class="dialog-body stack">{children}</div>
        {actions && <div class="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
