import type { LiveThread } from "@/browser/use_messages.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { Side } from "@/domain/transitions.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface UnreadNoticeProps {
  thread: LiveThread;
  me: Side;
  otherName: string;
  /** Opens the chat. */
  onRead: () => void;
  texts: ConsultationTexts;
}

/** The last message of the other side while the chat is closed: a number on a button is not seen. */
export function UnreadNotice(props: UnreadNoticeProps) {
  const { thread, me, otherName, onRead, texts } = props;
  const last = thread.entries.findLast(({ author, read_at }) =>
    author !== me && read_at === null
  );
  if (last === undefined) return null;
  return (
    <Notice title={otherName}>
      <p dir="auto" class="message-text">{last.body}</p>
      <p>
        <ScriptButton class="link-button" onClick={onRead}>
          {texts.readMessage}
        </ScriptButton>
      </p>
    </Notice>
  );
}
