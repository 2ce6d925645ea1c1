import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { personClient } from "@/services/supabase.ts";

/** When this person asked for the erasure of their account; null when no request is open. */
export async function readErasureRequest(
  person: Person,
): Promise<string | null> {
  const [row] = unwrap(
    await personClient(person.accessToken).from("erasure_requests")
      .select("requested_at").eq("account_id", person.id)
      .is("withdrawn_at", null).is("decided_at", null).limit(1),
  );
  return row?.requested_at ?? null;
}

/** Asks for the erasure of the account, once however often it is sent. Throws `too_many_erasure_requests`. */
export async function requestErasure(person: Person): Promise<void> {
  unwrap(await personClient(person.accessToken).rpc("request_erasure"));
  outboxChanged();
}

/** Takes the open request back; false when there is none any more. */
export async function withdrawErasure(person: Person): Promise<boolean> {
  const done = unwrap(
    await personClient(person.accessToken).rpc("withdraw_erasure"),
  );
  outboxChanged();
  return done;
}
