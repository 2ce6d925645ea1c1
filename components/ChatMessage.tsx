import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

export interface ChatAttachment {
  name: string;
  /** `1,2 Mo`. */
  size: string;
  href: string;
  /** `ouvert`, or what is still to do: `à ouvrir pendant la consultation`. */
  state?: string;
  onOpen?: () => void;
}

interface ChatMessageProps {
  /** Who wrote it, for screen readers; shown for the other side. */
  author: string;
  mine?: boolean;
  text?: string;
  /** `17:12`. */
  time: string;
  attachment?: ChatAttachment;
  /** `envoi…`, `lu`, `non envoyé`. */
  state?: string;
  /** Not sent: `children` holds the button that tries again. */
  failed?: boolean;
  children?: ComponentChildren;
}

/** One message of a chat or a thread. */
export function ChatMessage(props: ChatMessageProps) {
  const { author, mine, text, time, attachment, state, failed, children } =
    props;
  const kind = `message${mine ? " message-mine" : ""}${
    failed ? " message-failed" : ""
  }`;
  return (
    <li class={kind}>
      <span class="visually-hidden">{author}</span>
      <div class="message-bubble">
        {text && <p class="message-text">{text}</p>}
        {attachment && (
          <a
            class="attachment"
            href={attachment.href}
            target="_blank"
            onClick={attachment.onOpen}
          >
            <Icon name="document" />
            <span>
              <span class="attachment-name">{attachment.name}</span>
              <span class="attachment-facts">
                {[attachment.size, attachment.state].filter(Boolean).join(
                  " · ",
                )}
              </span>
            </span>
          </a>
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
