import { useEffect, useRef, useState } from "preact/hooks";
import { FreshMessage } from "@/browser/fresh_message.ts";
import type { LiveThread } from "@/browser/use_messages.ts";
import { useVisible } from "@/browser/use_visible.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { firstWords } from "@/domain/text.ts";
import type { Side } from "@/domain/transitions.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface CallMessageProps {
  thread: LiveThread;
  me: Side;
  otherName: string;
  /** The server's clock, in milliseconds. */
  now: number;
  /** The chat is open. */
  open: boolean;
  /** Others may see this screen: it is shared, or the picture stands in a window of its own. */
  watched: boolean;
  /** Opens the chat. */
  onOpen: () => void;
  texts: ConsultationTexts;
}

/** How much of a message is shown, in characters. */
const SHOWN = 90;

/** Who wrote, and the first words, while the chat is closed: a number on a button is not seen by who looks at a face. */
export function CallMessage(props: CallMessageProps) {
  const { thread, otherName: name, open, watched, texts } = props;
  const [since] = useState(props.now);
  const opened = useRef(false);
  const [fresh] = useState(() => new FreshMessage());
  const { hold, dismiss } = fresh;
  const visible = useVisible();
  const last = thread.entries.findLast(({ author, read_at, sent_at }) =>
    author !== props.me && read_at === null && Date.parse(sent_at) > since
  );
  const id = last?.id ?? null;
  const may = !open && !watched;
  useEffect(() => fresh.look({ id, may, visible }), [id, may, visible]);
  useEffect(() => dismiss, []);
  // Not a moment longer than it may be: the effect comes after the picture.
  const message = may && id === fresh.shown.value ? last : undefined;
  useEffect(() => {
    // The keyboard goes on where the message stands.
    if (open && opened.current) focusOn(".call-panel .chat-scroll");
    opened.current = false;
  }, [open]);
  const words = message && firstWords(message.body, SHOWN);
  const close = () => {
    dismiss();
    // What had the focus is gone: what is left of the message is the number on the button of the chat.
    focusOn(".call-bar .control:has(.count)");
  };
  return (
    <>
      <p class="visually-hidden" role="status">
        {words && t(texts.messageOf, { name, words })}
      </p>
      {words && (
        <div
          class="call-message"
          onPointerEnter={() => hold(true)}
          onPointerLeave={({ currentTarget }) =>
            hold(currentTarget.matches(":focus-within"))}
          onFocusIn={() => hold(true)}
          onFocusOut={({ currentTarget }) =>
            hold(currentTarget.matches(":hover"))}
          onKeyDown={({ key }) => {
            if (key === "Escape") close();
          }}
        >
          <ScriptButton
            class="call-message-open"
            onClick={() => {
              opened.current = true;
              dismiss();
              props.onOpen();
            }}
          >
            <Icon name="chat" />
            <span>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span class="call-message-words" dir="auto">{words}</span>
              <span class="visually-hidden">, {texts.readMessage}</span>
            </span>
          </ScriptButton>
          <ScriptButton
            class="sheet-close"
            aria-label={texts.closeMessage}
            onClick={close}
          >
            <Icon name="cross" />
          </ScriptButton>
        </div>
      )}
    </>
  );
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
