import type { SupabaseClient } from "@supabase/supabase-js";
import { openSql, serviceClient } from "./people.ts";

/** A PDF of one empty page. */
export const smallPdf = new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f
0000000009 00000 n
0000000054 00000 n
0000000105 00000 n
trailer<</Size 4/Root 1 0 R>>
startxref
166
%%EOF
`);

/** What the database answers: `done`, or the key of the rule that refused. */
export async function ask(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  const { error } = await client.rpc(name, args);
  return error?.message ?? "done";
}

/** Begins to send a file; its id, and the answer. */
export async function begin(
  client: SupabaseClient,
  thread: string,
  given: Record<string, unknown> = {},
) {
  const attachment_id = crypto.randomUUID();
  const answer = await ask(client, "begin_attachment", {
    attachment_id,
    thread,
    name: "Résultats d’été.pdf",
    bytes: smallPdf.length,
    ...given,
  });
  return { attachment_id, answer };
}

/** Sends a file as our server does once it has checked it. Returns its id; throws the rule that refuses. */
export async function sendFile(
  client: SupabaseClient,
  thread: string,
  appointment_id?: string,
  heldBack = false,
): Promise<string> {
  const { attachment_id, answer } = await begin(client, thread, {
    appointment_id,
  });
  if (answer !== "done") throw new Error(answer);
  await ask(serviceClient(), "store_attachment", {
    attachment_id,
    type: "application/pdf",
    bytes: smallPdf.length,
    sha256: "a".repeat(64),
    held_back: heldBack,
  });
  const sent = await ask(client, "send_attachment", { attachment_id });
  if (sent !== "done") throw new Error(sent);
  return attachment_id;
}

/** Puts an appointment into its consultation, or to the end of it so many seconds ago. */
export async function consult(
  appointmentId: string,
  endedSecondsAgo?: number,
): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments
    set state = ${endedSecondsAgo === undefined ? "in_progress" : "completed"},
      waiting_since = starts_at, called_at = starts_at, started_at = coalesce(started_at, now() - interval '10 minutes'),
      ended_at = ${
    endedSecondsAgo === undefined
      ? null
      : new Date(Date.now() - endedSecondsAgo * 1000)
  }
    where id = ${appointmentId}`;
}
