import { attachmentName } from "@/domain/attachments.ts";
import { env } from "@/env.ts";
import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";
import { cleanFile } from "./clean.ts";
import { attachmentHeldBack } from "./signal.ts";
import {
  copyObject,
  readObject,
  removeObjects,
  storeObject,
  uploadToken,
} from "./storage.ts";

/** A file that somebody is about to send. */
export interface NewAttachment {
  /** Chosen by the sender: sent twice it stands once. */
  id: string;
  appointment_id: string | null;
  /** As the sender has it. */
  name: string;
  bytes: number;
}

/** Where a browser uploads to: Storage, resumable (TUS 1.0.0). */
export interface UploadTicket {
  url: string;
  bucket: string;
  path: string;
  token: string;
}

/**
 * Begins to send a file of this person; null when its bytes have arrived and only {@link finishAttachment} is missing.
 *
 * @throws the rule that refuses: what the thread does not take, too large, too many
 */
export async function beginAttachment(
  person: Person,
  thread: string | undefined,
  file: NewAttachment,
): Promise<UploadTicket | null> {
  const path = await begin(person, thread, file);
  if (path === null) return null;
  const token = await uploadToken(personClient(person.accessToken), path);
  return token === null ? null : {
    url: `${env().SUPABASE_URL}/storage/v1/upload/resumable/sign`,
    bucket: "attachments",
    path,
    token,
  };
}

async function begin(
  { accessToken }: Person,
  thread: string | undefined,
  { id, appointment_id, name, bytes }: NewAttachment,
): Promise<string | null> {
  return unwrap(
    await personClient(accessToken).rpc("begin_attachment", {
      attachment_id: id,
      thread: asId(thread),
      name: attachmentName(name),
      bytes,
      appointment_id: appointment_id ?? undefined,
    }),
  );
}

/**
 * Checks what a browser has uploaded, keeps it without metadata and sends it. Again it changes nothing.
 *
 * @throws what {@link cleanFile} refuses, `not_found` where nothing was uploaded, `unavailable`
 */
export async function finishAttachment(
  person: Person,
  id: string | undefined,
): Promise<void> {
  const attachment_id = asId(id);
  const path = unwrap(
    await personClient(person.accessToken).rpc("attachment_upload", {
      attachment_id,
    }),
  );
  if (path !== null) {
    const uploaded = await readObject(path);
    try {
      await keep(attachment_id, path, uploaded, true);
    } catch (error) {
      // Nothing of what is refused stays.
      if (error instanceof Problem && error.status < 500) {
        await removeObjects([path]);
      }
      throw error;
    }
    await removeObjects([path]);
  }
  await send(person, attachment_id);
}

/**
 * Sends a file that came with a form, without JavaScript.
 *
 * @throws as {@link beginAttachment} and {@link finishAttachment}
 */
export async function sendFormAttachment(
  person: Person,
  thread: string | undefined,
  id: string,
  file: File,
): Promise<void> {
  const path = await begin(person, thread, {
    id,
    appointment_id: null,
    name: file.name,
    bytes: file.size,
  });
  if (path !== null) await keep(id, path, file, false);
  await send(person, id);
}

/** @param uploaded the file lies at `path` already */
async function keep(
  id: string,
  path: string,
  file: Blob,
  uploaded: boolean,
): Promise<void> {
  const { type, bytes, changed } = await cleanFile(file);
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    .toHex();
  const place = `${path.slice(0, path.lastIndexOf("/"))}/${sha256}`;
  // A copy has the type that the browser gave. Nobody can have replaced what was read: its path takes an upload once,
  // and again only after it was removed, when this copy is there.
  if (uploaded && !changed && file.type === type) await copyObject(path, place);
  else await storeObject(place, new Blob([bytes], { type }));
  unwrap(
    await serviceClient().rpc("store_attachment", {
      attachment_id: id,
      type,
      bytes: bytes.length,
      sha256,
      held_back: env().CLAMD_URL !== undefined,
    }),
  );
}

async function send({ accessToken }: Person, id: string): Promise<void> {
  unwrap(
    await personClient(accessToken).rpc("send_attachment", {
      attachment_id: id,
    }),
  );
  if (env().CLAMD_URL !== undefined) attachmentHeldBack();
}
