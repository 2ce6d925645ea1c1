import { cleanFile } from "@/services/attachments/clean.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";
import { sha256Of, storeFile } from "./files.ts";

/** A proof of payment as it is kept and sent. */
export interface Proof {
  type: string;
  extension: "pdf" | "jpg" | "png";
  bytes: Uint8Array<ArrayBuffer>;
}

/** What a bank's confirmation may be; a message's attachment may be more. */
const extensions: Readonly<Record<string, Proof["extension"] | undefined>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/**
 * A proof of payment by its content, whatever name and type the browser sends, and without the metadata of pictures;
 * null for what is no whole PDF, JPEG or PNG, is empty or larger than an attachment of a message.
 */
export async function cleanProof(file: Blob): Promise<Proof | null> {
  try {
    const { type, bytes } = await cleanFile(file);
    const extension = extensions[type];
    return extension ? { type, extension, bytes } : null;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null;
    throw error;
  }
}

/**
 * Lays the proof beside the fee note and sends both to the CNS; sent already, nothing more. The virus scanner looks at
 * it before it leaves (jobs/documents.ts).
 *
 * @throws the rule that refuses; `unavailable` when Storage does not take the file
 */
export async function sendPayment(
  person: Person,
  document: string,
  { type, extension, bytes }: Proof,
): Promise<void> {
  // Named by its content: another proof never takes the place of one that is on its way.
  const path = `${document}/payment-${await sha256Of(bytes)}.${extension}`;
  try {
    await storeFile(serviceClient(), path, new Blob([bytes], { type }));
  } catch (cause) {
    throw new Problem(503, "unavailable", cause);
  }
  unwrap(
    await personClient(person.accessToken).rpc("send_fee_note_to_cns", {
      document_id: document,
      proof_path: path,
      proof_name: `payment.${extension}`,
    }),
  );
}
