import type { ComponentChildren, Ref } from "preact";
import { Icon } from "@/components/ui/Icon.tsx";

interface ChatPanelProps {
  /** Id of the heading; one chat a page needs none. */
  id?: string;
  title: string;
  /** The remote participant's name, and whether they are present. */
  subtitle?: string;
  /** Text of an empty chat. */
  empty: string;
  /** `ChatMessage`s, oldest first. */
  children?: ComponentChildren;
  composer: ComponentChildren;
  /** At the end of the head: the button that closes the sheet on a phone. */
  close?: ComponentChildren;
  /** While older messages are read: that a new one has come, and the way to it. */
  below?: ComponentChildren;
  /** `Dr Weber écrit…`; empty while nobody does. */
  typing?: string;
  logRef?: Ref<HTMLOListElement>;
  /** Where files can be dropped: what is said while some are over it, and what listens. */
  drop?: FileDrop & { label: string };
}

interface FileDrop {
  over: boolean;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
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
    drop,
  } = props;
  const none = children === undefined ||
    (Array.isArray(children) && children.length === 0);
  return (
    <section
      class="chat"
      aria-labelledby={`${id}-title`}
      onDragOver={drop?.onDragOver}
      onDragLeave={drop?.onDragLeave}
      onDrop={drop?.onDrop}
    >
      {drop?.over && <p class="chat-drop">{drop.label}</p>}
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
        <p class="chat-typing" role="status">{props.typing}</p>
        {props.below}
      </div>
      {composer}
    </section>
  );
}
