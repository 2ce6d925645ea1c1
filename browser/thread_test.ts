import { assertEquals } from "@std/assert";
import {
  type ChatEntry,
  merge,
  unreadOf,
  withDelivery,
  withUnsent,
} from "./thread.ts";

const message = (
  id: string,
  minute: number,
  read_at: string | null = null,
) => ({
  id,
  thread_id: "t",
  author: "doctor" as const,
  body: id,
  sent_at: `2026-11-23T10:${String(minute).padStart(2, "0")}:00Z`,
  read_at,
  attachment: null,
});
const entry = (
  id: string,
  minute: number,
  delivery: ChatEntry["delivery"],
): ChatEntry => ({ ...message(id, minute), author: "patient", delivery });
const ids = (entries: ChatEntry[]) => entries.map(({ id }) => id);

Deno.test("messages stand in the order in which they were sent, each once", () => {
  const merged = merge(merge([], [message("b", 2)]), [
    message("a", 1),
    message("b", 2),
  ]);
  assertEquals(ids(merged), ["a", "b"]);
});

Deno.test("what is not sent stays at the end, even when this screen's clock is slow", () => {
  const merged = merge([entry("mine", 0, "failed")], [message("a", 5)]);
  assertEquals(ids(merged), ["a", "mine"]);
  assertEquals(merged[1]?.delivery, "failed");
});

Deno.test("what was kept unsent comes back at the end, and what is on its way already stands once", () => {
  const shown = [entry("sent", 1, "sent"), entry("written", 2, "sending")];
  const kept = [entry("written", 2, "failed"), entry("before", 0, "failed")];
  const all = withUnsent(shown, kept);
  assertEquals(
    all.map(({ id, delivery }) => [id, delivery]),
    [["sent", "sent"], ["written", "sending"], ["before", "failed"]],
  );
});

Deno.test("what the server confirms is sent, and cannot fail any more", () => {
  const merged = merge([entry("mine", 0, "sending")], [message("mine", 5)]);
  assertEquals(merged.map(({ delivery }) => delivery), ["sent"]);
  assertEquals(withDelivery(merged, "mine", "failed"), merged);
});

Deno.test("a read message does not become unread by an answer that was overtaken", () => {
  const read = merge([], [message("a", 1, "2026-11-23T10:02:00Z")]);
  assertEquals(unreadOf(merge(read, [message("a", 1)]), "patient"), 0);
});

Deno.test("only the other side's messages count as unread", () => {
  const entries = merge([], [message("a", 1), message("b", 2)]);
  assertEquals(unreadOf(entries, "patient"), 2);
  assertEquals(unreadOf(entries, "doctor"), 0);
});
