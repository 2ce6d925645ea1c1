import { useEffect, useRef, useState } from "preact/hooks";
import type { Channels } from "@/browser/channels.ts";
import { type ChatEntry, useMessages } from "@/browser/use_messages.ts";
import { ChatPanel } from "@/components/Chat.tsx";
import { ChatComposer } from "@/components/ChatComposer.tsx";
import { ChatMessage } from "@/components/ChatMessage.tsx";
import { formatTime } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { ComponentChildren } from "preact";

export interface ConsultationChatProps {
  channels: Channels | null;
  threadId: string;
  appointmentId: string;
  /** The account of whoever looks. */
  me: string;
  otherName: string;
  zone: string;
  language: Language;
  texts: ConsultationTexts;
  /** How many messages of the other side have come since the chat was last open. */
  onUnread?: (count: number) => void;
  /** Closed: messages still arrive and are counted. */
  open?: boolean;
  close?: ComponentChildren;
}

/** The chat of a consultation: the thread of patient and doctor, with what is written now at its end. */
export function ConsultationChat(props: ConsultationChatProps) {
  const { channels, threadId, appointmentId, me, texts, open = true } = props;
  const thread = useMessages(channels, threadId, appointmentId, me);
  const [text, setText] = useKeptText(threadId);
  const log = useRef<HTMLOListElement>(null);
  const unread =
    thread.entries.filter((entry) =>
      entry.author_id !== me && entry.read_at === null
    ).length;

  useEffect(() => props.onUnread?.(open ? 0 : unread), [unread, open]);
  useEffect(() => {
    if (open && unread > 0) thread.markRead();
  }, [unread, open]);
  useEffect(() => {
    const scroller = log.current?.parentElement;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  }, [thread.entries.length, open]);

  if (!open) return null;
  const submit = () => {
    const body = text.trim();
    if (body === "") return;
    thread.send(body);
    setText("");
  };
  return (
    <ChatPanel
      title={texts.chatTitle}
      subtitle={t(texts.chatWith, { name: props.otherName })}
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
          author={entry.author_id === me ? texts.you : props.otherName}
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

/** What is being written survives a reload of this tab, and is gone with it. */
function useKeptText(thread: string): [string, (text: string) => void] {
  const key = `chat:${thread}`;
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? "");
    } catch {
      // Storage is closed to us: the text lives as long as the page.
    }
  }, [key]);
  return [text, (next) => {
    setText(next);
    try {
      if (next === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    } catch {
      // As above.
    }
  }];
}
