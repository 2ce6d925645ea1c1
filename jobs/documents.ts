import { getLogger } from "@logtape/logtape";
import type { SupabaseClient } from "@supabase/supabase-js";
import * as v from "valibot";
import {
  ClaimedDelivery,
  ClaimedDocument,
} from "@/services/documents/claimed.ts";
import {
  pdfPath,
  readStoredFile,
  sha256Of,
  storeFile,
} from "@/services/documents/files.ts";
import { carriesPdf, documentMail } from "@/services/documents/mail.ts";
import { renderDocument, type Sign } from "@/services/documents/render.ts";
import type { Sheet } from "@/services/documents/paper/sick_leave.ts";
import type { Verdict } from "@/services/attachments/clamd.ts";
import type { Delivery } from "@/services/notifications/delivery.ts";
import type { FindMail, SendMail } from "@/services/notifications/mail.ts";
import type { EmailContext } from "@/services/notifications/types.ts";
import { callFunction, Lease, noteSent } from "./claims.ts";

/** What working the documents needs of the world. */
export interface DocumentDeps {
  /** With the secret key. */
  readonly client: SupabaseClient;
  readonly sign: Sign;
  readonly sendMail: SendMail;
  /** Asks the provider for an e-mail that may have left already. */
  readonly findMail: FindMail;
  readonly head: EmailContext;
  readonly documentMail: "attachment" | "link";
  /** The virus scanner, for what a patient uploaded; null where there is none. */
  readonly scan: ((file: Blob) => Promise<Verdict>) | null;
  /** Stops between two documents. */
  readonly signal?: AbortSignal;
}

/** How long a claim is ours, in seconds: longer than a batch takes when Storage or the provider is silent. */
const LEASE = 120;
const BATCH = 4;

/** Longer than for other e-mails, which carry no files. */
const MAIL_TIMEOUT_MS = 25_000;

const log = getLogger(["econsult", "documents"]);

/**
 * Issues what was signed, makes the PDFs that are missing and sends what is due, until nothing is left. Any number of
 * workers may run. A worker that dies leaves leases that run out: a PDF is made again from the same row, and the
 * provider's report settles a sending that was handed over (`delivery_accepted`); where that is lost, the provider is
 * asked before it is sent again.
 *
 * @throws when the database does not answer
 */
export async function processDocuments(deps: DocumentDeps): Promise<void> {
  await eachClaimed(deps, "claim_documents", makeDocument);
  await eachClaimed(deps, "claim_document_deliveries", deliverDocument);
}

async function eachClaimed(
  deps: DocumentDeps,
  name: string,
  work: (row: unknown, deps: DocumentDeps) => Promise<void>,
): Promise<void> {
  while (!deps.signal?.aborted) {
    const rows = await callFunction<unknown[]>(deps.client, name, {
      batch: BATCH,
      lease_seconds: LEASE,
    });
    if (rows.length === 0) return;
    for (const row of rows) {
      if (deps.signal?.aborted) return;
      await work(row, deps);
    }
  }
}

async function makeDocument(row: unknown, deps: DocumentDeps): Promise<void> {
  const { id, lease } = v.parse(Lease, row);
  try {
    const document = v.parse(ClaimedDocument, row);
    const whole = await storePdf(document, deps);
    const employer = document.kind === "sick_leave"
      ? await storePdf(document, deps, "employer")
      : null;
    await callFunction(deps.client, "document_made", {
      ...{ id, lease, ...whole, employer_sha256: employer?.sha256 ?? null },
    });
  } catch (error) {
    // Its words may hold what the document says.
    const reason = error instanceof Error ? error.name : typeof error;
    log.error("document {id} not made: {reason}", { id, reason });
    await callFunction(deps.client, "document_not_made", { id, lease, reason });
  }
}

/** Makes a PDF and lays it into Storage. */
async function storePdf(
  document: ClaimedDocument,
  { client, head, sign }: DocumentDeps,
  sheet?: Sheet,
): Promise<{ sha256: string; file_bytes: number }> {
  const pdf = await renderDocument(document, head.publicUrl, sign, sheet);
  const bytes = new Uint8Array(pdf);
  const sha256 = await sha256Of(bytes);
  const file = new Blob([bytes], { type: "application/pdf" });
  await storeFile(client, pdfPath(document.id, sha256), file);
  return { sha256, file_bytes: bytes.length };
}

async function deliverDocument(
  row: unknown,
  deps: DocumentDeps,
): Promise<void> {
  const { id, lease } = v.parse(Lease, row);
  const delivery = await send(row, deps);
  if (delivery.outcome === "sent") {
    const provider_message_id = delivery.providerMessageId;
    const sent = { id, lease, provider_message_id };
    await noteSent(deps.client, "mark_delivery_sent", sent);
    return;
  }
  const { outcome, reason } = delivery;
  log.warn("delivery {id} not sent: {reason}", { id, reason });
  const permanent = outcome === "refused";
  await callFunction(deps.client, "schedule_delivery_retry", {
    id,
    lease,
    reason,
    permanent,
  });
}

async function send(row: unknown, deps: DocumentDeps): Promise<Delivery> {
  const parsed = v.safeParse(ClaimedDelivery, row);
  if (!parsed.success) return { outcome: "refused", reason: "unreadable" };
  const delivery = parsed.output;
  if (delivery.email === null) {
    return { outcome: "refused", reason: "no address" };
  }
  try {
    if (delivery.attempts > 1) {
      // The try before may have left and its worker died, or given up waiting.
      const since = delivery.first_tried_at;
      const found = await deps.findMail({ notificationId: delivery.id, since });
      if (found !== null) return { outcome: "sent", providerMessageId: found };
    }
    const attachments = await attachmentsOf(delivery, deps);
    return await deps.sendMail({
      ...documentMail(delivery, attachments, deps.head),
      to: delivery.email,
      notificationId: delivery.id,
      timeLimit: MAIL_TIMEOUT_MS,
    });
  } catch (error) {
    if (error instanceof InfectedProof) {
      log.warn("a proof of payment was refused: {found}", {
        found: error.message,
      });
      return { outcome: "refused", reason: "virus in the proof of payment" };
    }
    const reason = error instanceof Error ? error.name : typeof error;
    return { outcome: "retry", reason: `writing: ${reason}` };
  }
}

/** The PDF, the same bytes for everybody, and the proof of a payment. */
async function attachmentsOf(
  delivery: ClaimedDelivery,
  { client, documentMail, scan }: DocumentDeps,
): Promise<File[]> {
  const { document, recipient, proof_path, proof_name } = delivery;
  const { id, number, employer_sha256 } = document;
  // An employer gets the sheet without the diagnosis, and nothing else.
  const sha256 = recipient === "other" && document.kind === "sick_leave"
    ? employer_sha256
    : document.sha256;
  if (!carriesPdf(delivery, documentMail) || sha256 === null) return [];
  const pdf = await readStoredFile(client, pdfPath(id, sha256));
  const files = [new File([pdf], `${number}.pdf`, { type: "application/pdf" })];
  if (proof_path !== null && proof_name !== null) {
    const proof = await readStoredFile(client, proof_path);
    // A scanner that does not answer throws: it is tried again, and nothing leaves unseen.
    const verdict = await scan?.(proof);
    if (verdict?.clean === false) throw new InfectedProof(verdict.found);
    files.push(new File([proof], proof_name, { type: proof.type }));
  }
  return files;
}

/** The virus scanner found something; the message is what it calls it. */
class InfectedProof extends Error {}
