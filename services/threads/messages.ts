import type { Database } from "@/supabase/types.ts";
import type { AppointmentRecord, MessageRecord } from "@/domain/records.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { Problem, toProblem, unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient } from "@/services/supabase.ts";

/** The latest messages of a thread, oldest first; none for somebody else's thread. With `search` those that hold it. */
export async function readMessages(
  person: Person,
  thread: string | undefined,
  search?: string,
): Promise<MessageRecord[]> {
  const rows = unwrap(
    await personClient(person.accessToken).rpc("thread_messages", {
      thread: asId(thread),
      search,
    }),
  );
  return rows.map(toRecord);
}

/** What was written in one consultation, oldest first; nothing while nobody has come to it. */
export async function readConsultationMessages(
  person: Person,
  { id, thread_id, waiting_since }: Pick<
    AppointmentRecord,
    "id" | "thread_id" | "waiting_since"
  >,
): Promise<MessageRecord[]> {
  if (thread_id === null || waiting_since === null) return [];
  const rows = unwrap(
    await personClient(person.accessToken).rpc("thread_messages", {
      thread: thread_id,
      appointment: id,
      latest: 1000,
    }),
  );
  return rows.map(toRecord);
}

/** One message of a thread. Throws `not_found`, for somebody else's too. */
export async function readMessage(
  person: Person,
  thread: string | undefined,
  id: string | undefined,
): Promise<MessageRecord> {
  const [message] = unwrap(
    await personClient(person.accessToken).rpc("thread_messages", {
      thread: asId(thread),
      message: asId(id),
    }),
  );
  if (message === undefined) throw new Problem(404, "not_found");
  return toRecord(message);
}

type Row =
  Database["public"]["Functions"]["thread_messages"]["Returns"][number];

/** A row with its file, which the generated type takes for always there. */
function toRecord({
  attachment_type: type,
  attachment_bytes: bytes,
  attachment_standing: standing,
  attachment_in_call: inCall,
  ...message
}: Row): MessageRecord {
  return {
    ...message,
    attachment: standing === null ? null : { type, bytes, standing, inCall },
  };
}

/**
 * Writes into a thread. The same id twice is the same message: a second try after a gap writes nothing, and the answer
 * is false. Throws the rule that refuses.
 */
export async function writeMessage(
  person: Person,
  thread: string | undefined,
  message: { id: string; appointment_id: string | null; body: string },
): Promise<boolean> {
  const { error } = await personClient(person.accessToken)
    .from("messages")
    .insert({ ...message, thread_id: asId(thread) });
  if (error === null) return true;
  if (error.code === "23505") return false;
  throw toProblem(error);
}

/**
 * Writes what a form without JavaScript sent. A form that was sent twice writes once; one that was filled in again
 * after the browser's Back, with the same id and another text, is another message.
 */
export async function writeFormMessage(
  person: Person,
  thread: string | undefined,
  { id, body }: { id: string; body: string },
): Promise<void> {
  if (await writeMessage(person, thread, { id, appointment_id: null, body })) {
    return;
  }
  const written = await readMessage(person, thread, id);
  if (written.body === body) return;
  const another = crypto.randomUUID();
  await writeMessage(person, thread, {
    id: another,
    appointment_id: null,
    body,
  });
}

/** Marks the remote participant's messages as read. */
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
