import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { MessageRecord } from "@/domain/records.ts";
import { ask } from "./api.ts";
import type { Channels } from "./channels.ts";

/** A message on this screen: written here it may still be on its way, or have failed. */
export interface ChatEntry extends MessageRecord {
  delivery: "sent" | "sending" | "failed";
}

/** A thread that follows what is written. */
export interface LiveThread {
  /** Oldest first. */
  entries: ChatEntry[];
  send: (body: string) => void;
  /** Sends a failed message again. */
  retry: (id: string) => void;
  /** Tells the other side that everything here was read. */
  markRead: () => void;
}

/** Follows one thread over its channel; what is sent twice after a gap stands once. */
export function useMessages(
  channels: Channels | null,
  thread: string,
  appointment: string | null,
  me: string,
): LiveThread {
  const [entries, setEntries] = useState<ChatEntry[]>([]);
  const known = useRef(entries);
  known.current = entries;

  useEffect(() => {
    if (channels === null) return;
    const source = paths.messages(thread);
    const reload = () =>
      ask<MessageRecord[]>(source)
        .then((messages) => setEntries((before) => merge(before, messages)))
        .catch(() => {});
    return channels.join(`thread:${thread}`, {
      onEvent: (event, payload) => {
        if (event === "messages_read") return void reload();
        const message = { read_at: null, ...payload };
        if (isMessage(message)) {
          setEntries((before) => merge(before, [message]));
        }
      },
      onLive: () => void reload(),
      onCut: () => {},
    });
  }, [channels, thread]);

  const deliver = async (entry: ChatEntry) => {
    const set = (delivery: ChatEntry["delivery"]) =>
      setEntries((before) =>
        before.map((one) => one.id === entry.id ? { ...one, delivery } : one)
      );
    set("sending");
    try {
      await ask(paths.messages(thread), {
        method: "POST",
        // The id makes a second try the same message.
        repeatable: true,
        body: { id: entry.id, appointment_id: appointment, body: entry.body },
      });
      set("sent");
    } catch {
      set("failed");
    }
  };

  return {
    entries,
    send: (body) => {
      const entry: ChatEntry = {
        id: crypto.randomUUID(),
        thread_id: thread,
        author_id: me,
        body,
        sent_at: new Date().toISOString(),
        read_at: null,
        delivery: "sending",
      };
      setEntries((before) => [...before, entry]);
      void deliver(entry);
    },
    retry: (id) => {
      const entry = known.current.find((one) => one.id === id);
      if (entry) void deliver(entry);
    },
    markRead: () =>
      void ask(paths.messages(thread), { method: "PUT", repeatable: true })
        .catch(() => {}),
  };
}

/** What the server says wins over what this screen has; what it has not yet got stays at the end. */
function merge(before: ChatEntry[], messages: MessageRecord[]): ChatEntry[] {
  const merged = new Map(before.map((entry) => [entry.id, entry]));
  for (const message of messages) {
    merged.set(message.id, { ...message, delivery: "sent" });
  }
  return [...merged.values()].sort((a, b) =>
    Date.parse(a.sent_at) - Date.parse(b.sent_at)
  );
}

function isMessage(payload: Record<string, unknown>): payload is
  & Record<string, unknown>
  & MessageRecord {
  return ["id", "thread_id", "author_id", "body", "sent_at"].every((name) =>
    typeof payload[name] === "string"
  );
}
