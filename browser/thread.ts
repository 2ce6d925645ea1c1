import type { MessageRecord } from "@/domain/records.ts";
import type { ShownMessage } from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";

export type ChatEntry = ShownMessage;

/**
 * What the server says wins over what this screen has. What it has not yet got stays at the end, in the order
 * in which it was written: this screen's clock may be off.
 */
export function merge(
  before: readonly ChatEntry[],
  messages: readonly MessageRecord[],
): ChatEntry[] {
  const sent = new Map(
    before.filter((entry) => entry.delivery === "sent")
      .map((entry) => [entry.id, entry]),
  );
  for (const message of messages) {
    // An answer that was overtaken by news does not make a read message unread.
    const read_at = message.read_at ?? sent.get(message.id)?.read_at ?? null;
    sent.set(message.id, { ...message, read_at, delivery: "sent" });
  }
  return [
    ...[...sent.values()].sort((a, b) =>
      Date.parse(a.sent_at) - Date.parse(b.sent_at)
    ),
    ...before.filter(({ id }) => !sent.has(id)),
  ];
}

/**
 * With what was kept unsent before a reload, at the end. A message that is already on its way is kept, too: it was
 * written before the thread began to listen, and stands once.
 */
export function withUnsent(
  entries: readonly ChatEntry[],
  kept: readonly ChatEntry[],
): ChatEntry[] {
  const ids = new Set(entries.map(({ id }) => id));
  return [...entries, ...kept.filter(({ id }) => !ids.has(id))];
}

/** How the sending of one message stands now. What the server has confirmed cannot fail any more. */
export function withDelivery(
  entries: readonly ChatEntry[],
  id: string,
  delivery: ChatEntry["delivery"],
): ChatEntry[] {
  return entries.map((entry) =>
    entry.id === id && entry.delivery !== "sent"
      ? { ...entry, delivery }
      : entry
  );
}

/** How many messages of the other side are not read. */
export function unreadOf(entries: readonly ChatEntry[], me: Side): number {
  return entries.filter(({ author, read_at }) =>
    author !== me && read_at === null
  ).length;
}

/** Whether the server has confirmed the message with this id. */
export function isKnown(entries: readonly ChatEntry[], id: unknown): boolean {
  return entries.some((entry) => entry.id === id && entry.delivery === "sent");
}
