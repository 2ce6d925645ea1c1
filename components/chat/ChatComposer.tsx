import type { ComponentChildren, JSX, Ref } from "preact";
import { Button } from "@/components/ui/Button.tsx";
import { FieldError, fieldIds } from "@/components/ui/FieldFrame.tsx";

interface ChatComposerProps {
  id?: string;
  /** Where it posts to without JavaScript. */
  action?: string;
  labels: {
    message: string;
    placeholder?: string;
    send: string;
  };
  value?: string;
  /** Why what is written cannot be sent as it is. */
  problem?: string;
  disabled?: boolean;
  /** Without JavaScript: what makes a form sent twice one message. */
  messageId?: string;
  rows?: number;
  /** Over the line: `ReadySentences`. */
  above?: ComponentChildren;
  /** Before the line: `AttachField`. */
  attach?: ComponentChildren;
  onPaste?: JSX.ClipboardEventHandler<HTMLTextAreaElement>;
  formRef?: Ref<HTMLFormElement>;
  textRef?: Ref<HTMLTextAreaElement>;
  onInput?: JSX.InputEventHandler<HTMLTextAreaElement>;
  onKeyDown?: JSX.KeyboardEventHandler<HTMLTextAreaElement>;
  onSubmit?: JSX.SubmitEventHandler<HTMLFormElement>;
}

/** Write a message, send. */
export function ChatComposer(props: ChatComposerProps) {
  const {
    id = "chat",
    action,
    labels,
    value,
    problem,
    disabled,
  } = props;
  return (
    <form
      class="composer"
      method="post"
      action={action}
      encType="multipart/form-data"
      ref={props.formRef}
      onSubmit={props.onSubmit}
    >
      {props.messageId && (
        <input type="hidden" name="id" value={props.messageId} />
      )}
      {props.above}
      {problem && (
        <div class="composer-problem" role="alert">
          <FieldError id={`${id}-message`} error={problem} />
        </div>
      )}
      {props.attach}
      <span class="input">
        <textarea
          id={`${id}-message`}
          name="message"
          rows={props.rows ?? 1}
          dir="auto"
          value={value}
          {...fieldIds(`${id}-message`, null, problem)}
          disabled={disabled}
          aria-label={labels.message}
          placeholder={labels.placeholder}
          ref={props.textRef}
          onInput={props.onInput}
          onKeyDown={props.onKeyDown}
          onPaste={props.onPaste}
        />
      </span>
      <Button icon="send" iconOnly disabled={disabled}>{labels.send}</Button>
    </form>
  );
}
