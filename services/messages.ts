import type { MessageRecord } from "@/domain/records.ts";
import { asId } from "./appointments.ts";
import { unwrap } from "./problem.ts";
import type { Person } from "./session.ts";
import { personClient } from "./supabase.ts";

/** How many messages a chat shows at first: more than a consultation ever has. */
const LATEST = 200;

/** The latest messages of a thread, oldest first; none for somebody else's thread. */
export async function readMessages(
  person: Person,
  thread: string | undefined,
): Promise<MessageRecord[]> {
  const latest: MessageRecord[] = unwrap(
    await personClient(person.accessToken)
      .from("messages")
      .select("id, thread_id, author_id, body, sent_at, read_at")
      .eq("thread_id", asId(thread))
      .order("sent_at", { ascending: false })
      .limit(LATEST),
  );
  return latest.reverse();
}

/** Writes into a thread. The same id twice is the same message: a second try after a gap writes nothing. */
export async function writeMessage(
  person: Person,
  thread: string | undefined,
  message: { id: string; appointment_id: string | null; body: string },
): Promise<void> {
  const { error } = await personClient(person.accessToken)
    .from("messages")
    .insert({ ...message, thread_id: asId(thread) });
  if (error && error.code !== "23505") unwrap({ data: null, error });
}

/** Marks the other side's messages as read. */
export async function markRead(
  person: Person,
  thread: string | undefined,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("mark_messages_read", {
      thread: asId(thread),
    }),
  );
}
