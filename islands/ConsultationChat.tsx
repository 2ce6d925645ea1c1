import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChatEntry } from "@/browser/thread.ts";
import { useKeptText } from "@/browser/use_kept_text.ts";
import type { LiveThread } from "@/browser/use_messages.ts";
import { ChatPanel } from "@/components/Chat.tsx";
import { ChatComposer } from "@/components/ChatComposer.tsx";
import { ChatMessage } from "@/components/ChatMessage.tsx";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** What a chat shows, wherever it stands. */
export interface ChatProps {
  thread: LiveThread;
  /** The account of whoever looks. */
  me: string;
  otherName: string;
  /** IANA name. */
  zone: string;
  language: Language;
  texts: ConsultationTexts;
}

interface ConsultationChatProps extends ChatProps {
  /** Closed: messages still arrive and are counted. */
  open?: boolean;
  close?: ComponentChildren;
}

/** Links that lead here to write end so: the line to write has the focus at once. */
export const writeHash = "#chat-message";

/** The chat of a consultation: the thread of patient and doctor, with what is written now at its end. */
export function ConsultationChat(props: ConsultationChatProps) {
  const { thread, me, otherName, texts, open = true } = props;
  const [text, setText] = useKeptText(`chat:${thread.id}`);
  const log = useRef<HTMLOListElement>(null);
  const line = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (location.hash === writeHash) line.current?.focus();
  }, []);
  useEffect(() => {
    if (!open || thread.unread === 0) return;
    // What arrives in a tab at the back is read when somebody looks.
    const seen = () => document.visibilityState === "visible";
    if (seen()) return thread.markRead();
    const looked = () => seen() && thread.markRead();
    document.addEventListener("visibilitychange", looked);
    return () => document.removeEventListener("visibilitychange", looked);
  }, [thread.unread, open]);
  useEffect(() => {
    const scroller = log.current?.parentElement;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  }, [thread.entries.length, open]);

  const submit = () => {
    const body = text.trim();
    if (body === "") return;
    thread.send(body);
    setText("");
  };
  return (
    <ChatPanel
      title={texts.chatTitle}
      subtitle={t(texts.chatWith, { name: otherName })}
      empty={texts.chatEmpty}
      close={props.close}
      logRef={log}
      composer={
        <ChatComposer
          labels={{
            message: texts.chatMessage,
            placeholder: texts.chatPlaceholder,
            send: texts.chatSend,
          }}
          value={text}
          textRef={line}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter sends, as in every chat; with Shift it begins a line. Not while an input method composes.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) {
              return;
            }
            event.preventDefault();
            submit();
          }}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        />
      }
    >
      {thread.entries.map((entry) => (
        <ChatMessage
          key={entry.id}
          author={entry.author_id === me ? texts.you : otherName}
          mine={entry.author_id === me}
          text={entry.body}
          time={formatTime(entry.sent_at, props.language, props.zone)}
          state={stateOf(entry, me, texts)}
          failed={entry.delivery === "failed"}
        >
          {entry.delivery === "failed" && (
            <button
              type="button"
              class="link-button"
              onClick={() => thread.retry(entry.id)}
            >
              {texts.chatRetry}
            </button>
          )}
        </ChatMessage>
      ))}
    </ChatPanel>
  );
}

function stateOf(entry: ChatEntry, me: string, texts: ConsultationTexts) {
  if (entry.delivery === "sending") return texts.chatSending;
  if (entry.delivery === "failed") return texts.chatFailed;
  return entry.author_id === me && entry.read_at ? texts.chatRead : undefined;
}
