import type { MessageRecord } from "@/domain/records.ts";

/** A message on this screen: written here it may still be on its way, or have failed. */
export interface ChatEntry extends MessageRecord {
  delivery: "sent" | "sending" | "failed";
}

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
export function unreadOf(entries: readonly ChatEntry[], me: string): number {
  return entries.filter(({ author_id, read_at }) =>
    author_id !== me && read_at === null
  ).length;
}

/** Whether a broadcast carries a message. */
export function isMessage(payload: Record<string, unknown>): payload is
  & Record<string, unknown>
  & MessageRecord {
  return ["id", "thread_id", "author_id", "body", "sent_at"].every((name) =>
    typeof payload[name] === "string"
  );
}
