import type { ComponentChildren, Ref } from "preact";
import { Icon } from "./Icon.tsx";

interface ChatPanelProps {
  /** Id of the heading; one chat a page needs none. */
  id?: string;
  title: string;
  /** Who is at the other end, and whether he is there. */
  subtitle?: string;
  /** What stands in a chat without messages. */
  empty: string;
  /** `ChatMessage`s, oldest first. */
  children?: ComponentChildren;
  composer: ComponentChildren;
  /** At the end of the head: the button that closes the sheet on a phone. */
  close?: ComponentChildren;
  logRef?: Ref<HTMLOListElement>;
}

/** Messages and the line to write one. New messages are read aloud by screen readers. */
export function ChatPanel(props: ChatPanelProps) {
  const {
    id = "chat",
    title,
    subtitle,
    empty,
    children,
    composer,
    close,
    logRef,
  } = props;
  const none = children === undefined ||
    (Array.isArray(children) && children.length === 0);
  return (
    <section class="chat" aria-labelledby={`${id}-title`}>
      <div class="chat-head">
        <Icon name="chat" />
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {close}
      </div>
      <div
        class="chat-scroll"
        tabIndex={0}
        role="group"
        aria-labelledby={`${id}-title`}
      >
        {none && <p class="chat-empty">{empty}</p>}
        <ol
          class="chat-log"
          ref={logRef}
          aria-live="polite"
          aria-relevant="additions"
        >
          {children}
        </ol>
      </div>
      {composer}
    </section>
  );
}
