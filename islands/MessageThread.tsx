import { useEffect, useRef, useState } from "preact/hooks";
import {
  type ChannelAccess,
  type Channels,
  openChannels,
} from "@/browser/channels.ts";
import { useKeptText } from "@/browser/use_kept_text.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { useTypedEarly } from "@/browser/use_typed_early.ts";
import { pastedFiles, useFileDrop } from "@/browser/use_file_drop.ts";
import { AttachField } from "@/components/chat/AttachField.tsx";
import { ChatComposer } from "@/components/chat/ChatComposer.tsx";
import { chatUploads } from "@/components/chat/ChatUpload.tsx";
import { ChatPanel } from "@/components/chat/ChatPanel.tsx";
import {
  ThreadEntries,
  type ThreadEntriesProps,
} from "@/components/messages/ThreadEntries.tsx";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import type { MessageRecord } from "@/domain/records.ts";

interface MessageThreadProps
  extends Omit<ThreadEntriesProps, "entries" | "onRetry"> {
  id: string;
  /** As the page was made, oldest first. */
  messages: readonly MessageRecord[];
  title: string;
  mayWrite: boolean;
  /** Without JavaScript: the id and the text of what is written next. */
  messageId: string;
  fileId: string;
  typed: string;
  access: ChannelAccess;
}

/** A thread outside of a consultation: a form that works alone, and live where scripts run. */
export function MessageThread(props: MessageThreadProps) {
  const { id, me, texts, files, language } = props;
  const [channels, setChannels] = useState<Channels | null>(null);
  const [text, setText] = useKeptText(`chat:${id}`, props.typed);
  const log = useRef<HTMLOListElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const thread = useMessages(channels, id, null, me, props.messages);
  const { uploads } = thread;
  const drop = useFileDrop(uploads.send);
  useTypedEarly(form);
  const write = (value: string) => {
    setText(value);
    thread.tellTyping(value);
  };

  useEffect(() => {
    const opened = openChannels(props.access);
    setChannels(opened);
    return () => opened.close();
  }, []);
  useEffect(() => {
    if (thread.unread === 0) return;
    // What arrives in a tab at the back is read when somebody looks.
    const seen = () => document.visibilityState === "visible";
    if (seen()) return thread.markRead();
    const looked = () => seen() && thread.markRead();
    document.addEventListener("visibilitychange", looked);
    return () => document.removeEventListener("visibilitychange", looked);
  }, [thread.unread]);
  useEffect(() => {
    const scroller = log.current?.parentElement;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  }, [thread.entries.length, uploads.list.value.length]);

  const submit = () => {
    const body = text.trim();
    if (body === "") return;
    thread.send(body);
    write("");
  };
  return (
    <ChatPanel
      title={props.title}
      empty={texts.chatEmpty}
      typing={thread.typing
        ? t(texts.chatTyping, { name: props.otherName })
        : ""}
      logRef={log}
      drop={props.mayWrite ? { ...drop, label: files.drop } : undefined}
      composer={props.mayWrite && (
        <ChatComposer
          attach={
            <AttachField
              // Until scripts run, the form sends the file.
              fileId={channels === null ? props.fileId : undefined}
              texts={files}
              onFiles={uploads.send}
            />
          }
          onPaste={(event) => {
            const pasted = pastedFiles(event);
            if (pasted.length === 0) return;
            event.preventDefault();
            uploads.send(pasted);
          }}
          action={paths.thread(language, id)}
          labels={{
            message: texts.chatMessage,
            placeholder: texts.chatPlaceholder,
            send: texts.chatSend,
          }}
          messageId={props.messageId}
          rows={3}
          formRef={form}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        />
      )}
    >
      {[
        ...ThreadEntries({
          ...props,
          entries: thread.entries,
          onRetry: thread.retry,
        }),
        ...chatUploads(
          uploads.list.value,
          {
            retry: uploads.retry,
            cancel: (id) => {
              uploads.cancel(id);
              // Its button is gone: a keyboard goes on among the messages.
              log.current?.parentElement?.focus({ preventScroll: true });
            },
          },
          language,
          files,
        ),
      ]}
    </ChatPanel>
  );
}
