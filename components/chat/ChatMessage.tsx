import type { ComponentChildren } from "preact";
import { LinkedText } from "./LinkedText.tsx";

interface ChatMessageProps {
  /** Author, for screen readers; shown on messages of the remote participant. */
  author: string;
  mine?: boolean;
  text?: string;
  /** In the place of a text: `ChatAttachment`. */
  file?: ComponentChildren;
  /** `17:12`. */
  time: string;
  /** `envoi…`, `lu`, `non envoyé`. */
  state?: string;
  /** Not sent: `children` holds the button that tries again. */
  failed?: boolean;
  children?: ComponentChildren;
}

/** One message of a chat or a thread. */
export function ChatMessage(props: ChatMessageProps) {
  const { author, mine, text, file, time, state, failed, children } = props;
  const kind = `message${mine ? " message-mine" : ""}${
    failed ? " message-failed" : ""
  }`;
  return (
    <li class={kind}>
      <span class="visually-hidden">{author}</span>
      <div class="message-bubble">
        {file}
        {text && !file && (
          <p class="message-text" dir="auto">
            <LinkedText text={text} />
          </p>
        )}
      </div>
      <p class="message-facts">
        <time>{time}</time>
        {state && <span>{` · ${state}`}</span>}
        {children}
      </p>
    </li>
  );
}
