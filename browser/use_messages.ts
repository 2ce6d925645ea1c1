import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { MessageRecord } from "@/domain/records.ts";
import { ask } from "./api.ts";
import type { Channels } from "./channels.ts";
import {
  type ChatEntry,
  isMessage,
  merge,
  unreadOf,
  withDelivery,
} from "./thread.ts";
import { keepUnsent, unsentMessages } from "./unsent.ts";

/** A thread that follows what is written. */
export interface LiveThread {
  /** Null where the two have no thread yet. */
  id: string | null;
  /** Oldest first. */
  entries: ChatEntry[];
  /** How many messages of the other side are not read. */
  unread: number;
  send: (body: string) => void;
  /** Sends a failed message again. */
  retry: (id: string) => void;
  /** Tells the other side that everything here was read. */
  markRead: () => void;
}

/** Follows one thread over its channel; what is sent twice after a gap stands once. Without a thread nothing. */
export function useMessages(
  channels: Channels | null,
  thread: string | null,
  appointment: string,
  me: string,
): LiveThread {
  const [entries, setEntries] = useState<ChatEntry[]>([]);
  const known = useRef(entries);
  /** Changes what is shown, and keeps what is unsent, at once: a reload may come at any moment. */
  const change = (how: (before: ChatEntry[]) => ChatEntry[]) => {
    known.current = how(known.current);
    if (thread !== null) keepUnsent(thread, known.current);
    setEntries(known.current);
  };

  const deliver = async ({ id, body }: ChatEntry) => {
    if (thread === null) return;
    const become = (delivery: ChatEntry["delivery"]) =>
      change((before) => withDelivery(before, id, delivery));
    become("sending");
    try {
      await ask(paths.messages(thread), {
        method: "POST",
        // The id makes a second try the same message.
        repeatable: true,
        body: { id, appointment_id: appointment, body },
      });
      become("sent");
    } catch {
      become("failed");
    }
  };
  const redeliver = () => {
    for (const entry of known.current) {
      if (entry.delivery === "failed") void deliver(entry);
    }
  };

  useEffect(() => {
    if (channels === null || thread === null) return;
    const kept = unsentMessages(thread);
    change((before) => merge([...before, ...kept], []));
    const reload = () =>
      ask<MessageRecord[]>(paths.messages(thread))
        .then((messages) => change((before) => merge(before, messages)))
        // The channel's next sign of life reads again.
        .catch(() => {});
    return channels.join(`thread:${thread}`, {
      onEvent: (event, payload) => {
        if (event === "messages_read") return void reload();
        const message = { read_at: null, ...payload };
        if (isMessage(message)) change((before) => merge(before, [message]));
      },
      onLive: () => void reload().then(redeliver),
      onCut: () => {},
    });
  }, [channels, thread]);

  return {
    id: thread,
    entries,
    unread: unreadOf(entries, me),
    send: (body) => {
      if (thread === null) return;
      const entry: ChatEntry = {
        id: crypto.randomUUID(),
        thread_id: thread,
        author_id: me,
        body,
        sent_at: new Date().toISOString(),
        read_at: null,
        delivery: "sending",
      };
      change((before) => [...before, entry]);
      void deliver(entry);
    },
    retry: (id) => {
      const entry = known.current.find((one) => one.id === id);
      if (entry) void deliver(entry);
    },
    markRead: () => {
      if (thread === null) return;
      // Not told: the next message marks these as well.
      ask(paths.messages(thread), { method: "PUT", repeatable: true })
        .catch(() => {});
    },
  };
}
