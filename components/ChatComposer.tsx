import type { JSX, Ref } from "preact";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface ChatComposerProps {
  id?: string;
  /** Where it posts to without JavaScript. */
  action?: string;
  labels: {
    message: string;
    placeholder?: string;
    /** Absent: no files here. */
    attach?: string;
    send: string;
  };
  value?: string;
  maxLength?: number;
  disabled?: boolean;
  /** Accepted files, as `.pdf,.jpg`. */
  accept?: string;
  textRef?: Ref<HTMLTextAreaElement>;
  onInput?: JSX.InputEventHandler<HTMLTextAreaElement>;
  onKeyDown?: JSX.KeyboardEventHandler<HTMLTextAreaElement>;
  onSubmit?: JSX.SubmitEventHandler<HTMLFormElement>;
  onAttach?: JSX.GenericEventHandler<HTMLInputElement>;
}

/** Write a message, attach a file, send. */
export function ChatComposer(props: ChatComposerProps) {
  const {
    id = "chat",
    action,
    labels,
    value,
    maxLength = 4000,
    disabled,
    accept,
  } = props;
  return (
    <form
      class="composer"
      method="post"
      action={action}
      encType="multipart/form-data"
      onSubmit={props.onSubmit}
    >
      {labels.attach && (
        <label class="composer-attach" title={labels.attach}>
          <span class="visually-hidden">{labels.attach}</span>
          <input
            type="file"
            name="attachment"
            accept={accept}
            disabled={disabled}
            onChange={props.onAttach}
          />
          <Icon name="paperclip" />
        </label>
      )}
      <span class="input">
        <textarea
          id={`${id}-message`}
          name="message"
          rows={1}
          value={value}
          maxLength={maxLength}
          disabled={disabled}
          aria-label={labels.message}
          placeholder={labels.placeholder}
          ref={props.textRef}
          onInput={props.onInput}
          onKeyDown={props.onKeyDown}
        />
      </span>
      <Button icon="send" iconOnly disabled={disabled}>{labels.send}</Button>
    </form>
  );
}
