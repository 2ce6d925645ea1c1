import * as v from "valibot";
import { MessagesAnswer } from "./answers.ts";
import type { ChatEntry } from "./thread.ts";

/**
 * Messages that the server has not confirmed, kept for a reload of this tab and gone with it.
 * Empty where the browser closes its storage to us.
 */
export function unsentMessages(thread: string): ChatEntry[] {
  try {
    const kept = v.parse(
      MessagesAnswer,
      JSON.parse(sessionStorage.getItem(keyOf(thread)) ?? "[]"),
    );
    return kept.map((message) => ({ ...message, delivery: "failed" }));
  } catch {
    return [];
  }
}

/** Keeps those of the entries that are still on their way. */
export function keepUnsent(
  thread: string,
  entries: readonly ChatEntry[],
): void {
  const unsent = entries.filter(({ delivery }) => delivery !== "sent");
  try {
    if (unsent.length === 0) sessionStorage.removeItem(keyOf(thread));
    else sessionStorage.setItem(keyOf(thread), JSON.stringify(unsent));
  } catch {
    // Storage is closed to us: they live as long as the page.
  }
}

function keyOf(thread: string): string {
  return `unsent:${thread}`;
}
