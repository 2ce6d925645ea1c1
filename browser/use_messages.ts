import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { MessageRecord } from "@/domain/records.ts";
import type { Side } from "@/domain/transitions.ts";
import { MessageAnswer, MessagesAnswer } from "./answers.ts";
import { ask, Done } from "./api.ts";
import { Uploads } from "./uploads.ts";
import { useStore } from "./use_store.ts";
import type { Channels } from "./channels.ts";
import {
  type ChatEntry,
  isKnown,
  merge,
  unreadOf,
  withDelivery,
  withUnsent,
} from "./thread.ts";
import { useTyping } from "./use_typing.ts";
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
  /** Files on their way into the thread. */
  uploads: Uploads;
  /** Opens what was sent in consultations and not opened yet, so that it is kept. Throws {@link Refusal}. */
  openAll: () => Promise<void>;
  /** The other side is writing. */
  typing: boolean;
  /** Says whether one is writing: what stands in the line. */
  tellTyping: (text: string) => void;
}

/**
 * Follows one thread over its channel; what is sent twice after a gap stands once. Without a thread nothing.
 * `appointment` is the one in whose call it is written; null outside of a consultation.
 */
export function useMessages(
  channels: Channels | null,
  thread: string | null,
  appointment: string | null,
  me: Side,
  /** What the page came with. */
  initial: readonly MessageRecord[] = [],
): LiveThread {
  const [entries, setEntries] = useState<ChatEntry[]>(() => merge([], initial));
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
      await ask(paths.messages(thread), Done, {
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

  const reload = async () => {
    if (thread === null) return;
    try {
      const messages = await ask(paths.messages(thread), MessagesAnswer);
      change((before) => merge(before, messages));
    } catch {
      // The channel's next sign of life reads again.
    }
  };
  const uploads = useStore(() =>
    new Uploads(thread, appointment, () => void reload())
  );

  useEffect(() => {
    if (channels === null || thread === null) return;
    const kept = unsentMessages(thread);
    change((before) => withUnsent(before, kept));
    // The table is the truth; it does not wait for the channel.
    void reload();
    const joined = channels.join(`thread:${thread}`, {
      onEvent: (event, payload) => {
        // Read, or a file was opened or scanned: what is known stands otherwise.
        if (event !== "message") return void reload();
        // The event names the message; its text is read, so that nobody hears it whose session has ended.
        if (typeof payload.id !== "string") return void reload();
        if (isKnown(known.current, payload.id)) return;
        ask(paths.message(thread, payload.id), MessageAnswer)
          .then((message) => change((before) => merge(before, [message])))
          .catch(() => {});
      },
      onLive: () => void reload().then(redeliver),
      onCut: () => {},
    });
    return () => joined.leave();
  }, [channels, thread]);

  const typing = useTyping(channels, thread, me);
  return {
    ...typing,
    id: thread,
    entries,
    unread: unreadOf(entries, me),
    send: (body) => {
      if (thread === null) return;
      const entry: ChatEntry = {
        id: crypto.randomUUID(),
        thread_id: thread,
        author: me,
        body,
        sent_at: new Date().toISOString(),
        read_at: null,
        attachment: null,
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
      ask(paths.messages(thread), Done, { method: "PUT", repeatable: true })
        .catch(() => {});
    },
    uploads,
    openAll: async () => {
      if (thread === null) return;
      await ask(paths.attachments(thread), Done, {
        method: "PUT",
        repeatable: true,
      });
      await reload();
    },
  };
}
