import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAwake } from "@/browser/use_awake.ts";
import { useChatScroll } from "@/browser/use_chat_scroll.ts";
import { useKeptText } from "@/browser/use_kept_text.ts";
import type { LiveThread } from "@/browser/use_messages.ts";
import { useTypedEarly } from "@/browser/use_typed_early.ts";
import { pastedFiles, useFileDrop } from "@/browser/use_file_drop.ts";
import { AttachField } from "@/components/chat/AttachField.tsx";
import { chatUploads } from "@/components/chat/ChatUpload.tsx";
import { ChatPanel } from "@/components/chat/ChatPanel.tsx";
import { ChatComposer } from "@/components/chat/ChatComposer.tsx";
import { ReadySentences } from "@/components/chat/ReadySentences.tsx";
import { ThreadMessage } from "@/components/chat/ThreadMessage.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { paths } from "@/domain/paths.ts";
import { lengthOf, MESSAGE_MAX } from "@/domain/text.ts";
import type { Side } from "@/domain/transitions.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** What a chat shows, wherever it stands. */
export interface ChatProps {
  thread: LiveThread;
  /** The account of whoever looks. */
  me: Side;
  otherName: string;
  /** IANA name. */
  zone: string;
  language: Language;
  texts: ConsultationTexts;
  files: FileTexts;
}

interface ConsultationChatProps extends ChatProps {
  /** Closed: messages still arrive and are counted. */
  open?: boolean;
  close?: ComponentChildren;
  /** Sent with one press. */
  sentences?: readonly string[];
}

/** Links that lead here to write end so: the line to write has the focus at once. */
export const writeHash = "#chat-message";

/** The chat of a consultation: the thread of patient and doctor, with what is written now at its end. */
export function ConsultationChat(props: ConsultationChatProps) {
  const { thread, me, otherName, texts, files, open = true, sentences = [] } =
    props;
  const { uploads } = thread;
  const drop = useFileDrop(uploads.send);
  const [text, setText] = useKeptText(`chat:${thread.id}`);
  const tooLong = lengthOf(text.trim()) > MESSAGE_MAX;
  const [messageId] = useState(() => crypto.randomUUID());
  const awake = useAwake();
  const log = useRef<HTMLOListElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const line = useRef<HTMLTextAreaElement>(null);
  useTypedEarly(form);

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
  const sending = uploads.list.value;
  const { below, toEnd } = useChatScroll(log, {
    count: thread.entries.length + sending.length,
    mine: sending.length > 0 || thread.entries.at(-1)?.author === me,
    open,
  });

  const submit = () => {
    const body = text.trim();
    // It stays in the line, to be shortened.
    if (body === "" || tooLong) return;
    thread.send(body);
    thread.tellTyping("");
    setText("");
  };
  return (
    <ChatPanel
      title={texts.chatTitle}
      subtitle={t(texts.chatWith, { name: otherName })}
      empty={texts.chatEmpty}
      close={props.close}
      typing={thread.typing ? t(texts.chatTyping, { name: otherName }) : ""}
      logRef={log}
      below={below && (
        <ScriptButton class="chat-below" onClick={toEnd}>
          <Icon name="chevron-down" />
          {texts.chatNewBelow}
        </ScriptButton>
      )}
      drop={{ ...drop, label: files.drop }}
      composer={
        <ChatComposer
          // Pressed before this script runs, the message goes the way that needs none. Afterwards the form leads
          // nowhere, and a call does not ask whether to leave it.
          action={awake || thread.id === null
            ? undefined
            : paths.thread(props.language, thread.id)}
          messageId={messageId}
          above={sentences.length > 0 && (
            <ReadySentences
              label={texts.readySentences}
              sentences={sentences}
              onSend={thread.send}
            />
          )}
          attach={<AttachField texts={files} onFiles={uploads.send} />}
          onPaste={(event) => {
            const pasted = pastedFiles(event);
            if (pasted.length === 0) return;
            event.preventDefault();
            uploads.send(pasted);
          }}
          labels={{
            message: texts.chatMessage,
            placeholder: texts.chatPlaceholder,
            send: texts.chatSend,
          }}
          value={text}
          problem={tooLong ? texts.chatTooLong : undefined}
          formRef={form}
          textRef={line}
          onInput={(event) => {
            setText(event.currentTarget.value);
            thread.tellTyping(event.currentTarget.value);
          }}
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
      {[
        ...thread.entries.map((entry) => (
          <ThreadMessage
            key={entry.id}
            entry={entry}
            me={me}
            otherName={otherName}
            zone={props.zone}
            language={props.language}
            texts={texts}
            files={files}
            onRetry={thread.retry}
          />
        )),
        ...chatUploads(
          sending,
          {
            retry: uploads.retry,
            cancel: (id) => {
              uploads.cancel(id);
              // Its button is gone: a keyboard goes on among the messages.
              log.current?.parentElement?.focus({ preventScroll: true });
            },
          },
          props.language,
          files,
        ),
      ]}
    </ChatPanel>
  );
}
