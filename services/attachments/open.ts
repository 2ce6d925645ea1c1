import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";
import { signedAddress } from "./storage.ts";

/**
 * Opens a file for this person, who keeps it from then on, and gives an address of it in Storage that works for a
 * minute. Pictures are shown; the rest is saved under its name, since nobody can clean a PDF of what runs in it.
 *
 * @throws `not_found`, `attachment_held_back`, `attachment_refused`, `attachment_gone`, `unavailable`
 */
export async function openAttachment(
  person: Person,
  id: string | undefined,
): Promise<string> {
  const [file] = unwrap(
    await personClient(person.accessToken).rpc("open_attachment", {
      attachment_id: asId(id),
    }),
  );
  if (file === undefined) throw new Problem(404, "not_found");
  const isPicture = file.type.startsWith("image/");
  return await signedAddress(file.path, isPicture ? undefined : file.name);
}

/** Opens all files of a thread that this person has not opened, so that they keep them. Throws `not_found`. */
export async function openAttachments(
  person: Person,
  thread: string | undefined,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("open_attachments", {
      thread: asId(thread),
    }),
  );
}
