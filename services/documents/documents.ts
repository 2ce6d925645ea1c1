import type { DocumentKind } from "@/domain/documents.ts";
import type {
  DocumentCatalogue,
  DocumentEntry,
  DocumentRecord,
  Organisation,
  OrganisationKind,
} from "@/domain/document_records.ts";
import type { Json } from "@/supabase/types.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage } from "@/services/appointments/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";
import { pdfPath, readStoredFile } from "./files.ts";
import { Printable } from "./printable.ts";
import { documentCatalogue, documentList, documentPage } from "./records.ts";

const clientFor = ({ accessToken }: Person) => personClient(accessToken);

/** The documents of this person, the newest first; of one appointment or one patient when it is named. */
export async function listDocuments(
  person: Person,
  { appointment, patient }: { appointment?: string; patient?: string } = {},
): Promise<DocumentEntry[]> {
  return parsePage(
    documentList,
    unwrap(
      await clientFor(person).rpc("list_documents", {
        appointment_id: appointment && asId(appointment),
        patient_id: patient && asId(patient),
      }),
    ),
  );
}

/** A document of this person. Throws `not_found`, for somebody else's too. */
export async function readDocument(
  person: Person,
  id: string | undefined,
): Promise<DocumentRecord> {
  const answer = unwrap(
    await clientFor(person).rpc("document_page", { document_id: asId(id) }),
  );
  const record = parsePage(documentPage, answer);
  if (record === null) throw new Problem(404, "not_found");
  return record;
}

/** Whether the PDF of a document is there. Throws `not_found`, for somebody else's too. */
export async function isDocumentReady(
  person: Person,
  id: string | undefined,
): Promise<boolean> {
  const ready = unwrap(
    await clientFor(person).rpc("document_is_ready", { document_id: asId(id) }),
  );
  if (ready === null) throw new Problem(404, "not_found");
  return ready;
}

/** What the form of a draft offers. Throws `not_found`. */
export async function readCatalogue(
  person: Person,
  id: string,
): Promise<DocumentCatalogue> {
  return parsePage(
    documentCatalogue,
    unwrap(
      await clientFor(person).rpc("document_catalogue", { document_id: id }),
    ),
  );
}

/** What the preview of a document is made of. Throws `not_found`. */
export async function readPrintable(
  person: Person,
  id: string,
): Promise<Printable> {
  return parsePage(
    Printable,
    unwrap(
      await clientFor(person).rpc("document_preview", { document_id: id }),
    ),
  );
}

/**
 * The PDF of a document that was read for this person, the bytes that everybody got; or the employer's sheet of a sick
 * leave. Throws `not_found` until it is made.
 */
export async function readPdf(
  document: Pick<DocumentRecord, "id" | "sha256" | "employer_sha256">,
  sheet?: "employer",
): Promise<Blob> {
  const { id } = document;
  const sha256 = sheet ? document.employer_sha256 : document.sha256;
  if (sha256 === null) throw new Problem(404, "not_found");
  try {
    return await readStoredFile(serviceClient(), pdfPath(id, sha256));
  } catch (cause) {
    throw new Problem(503, "unavailable", cause);
  }
}

/** Begins a draft and returns its id; the same id begins one. Throws the rule that refuses. */
export async function startDocument(
  person: Person,
  id: string,
  kind: DocumentKind,
  appointment: string | undefined,
): Promise<string> {
  return unwrap(
    await clientFor(person).rpc("start_document", {
      id: asId(id),
      kind,
      appointment_id: asId(appointment),
    }),
  );
}

/** Keeps what was typed; returns the new version. Throws `document_changed` when another tab saved meanwhile. */
export async function saveDraft(
  person: Person,
  id: string,
  version: number,
  content: Json,
): Promise<number> {
  return unwrap(
    await clientFor(person).rpc("save_document_draft", {
      document_id: asId(id),
      version,
      content,
    }),
  );
}

/** What a doctor does with a document, each once however often it is sent. Throws the rule that refuses. */
export const documentActs = {
  sign: async (person: Person, id: string, version: number) =>
    unwrap(
      await clientFor(person).rpc("issue_document", {
        document_id: id,
        version,
      }),
    ),
  undo: async (person: Person, id: string) =>
    unwrap(await clientFor(person).rpc("undo_document", { document_id: id })),
  discard: async (person: Person, id: string) =>
    unwrap(
      await clientFor(person).rpc("discard_document_draft", {
        document_id: id,
      }),
    ),
  void: async (person: Person, id: string, reason: string) =>
    unwrap(
      await clientFor(person).rpc("void_document", { document_id: id, reason }),
    ),
  /** Returns the draft of the correction. */
  correct: async (person: Person, id: string) =>
    unwrap(
      await clientFor(person).rpc("correct_document", {
        document_id: id,
        correction_id: crypto.randomUUID(),
      }),
    ),
  retry: async (person: Person, delivery: string, address: string | null) =>
    unwrap(
      await clientFor(person).rpc("retry_delivery", {
        delivery_id: asId(delivery),
        address: address ?? undefined,
      }),
    ),
};

/** How many pharmacies or laboratories a search shows. */
const FOUND = 20;

/** Pharmacies or laboratories whose name, town or postcode holds a text; all of them, up to a limit, without one. */
export async function searchOrganisations(
  person: Person,
  kind: OrganisationKind,
  text: string,
): Promise<Organisation[]> {
  const query = clientFor(person).from("organisations")
    .select("id, name, street, postal_code, city").eq("kind", kind);
  // What has a meaning in a filter is not searched for.
  const plain = text.replace(/[^\p{L}\p{N} '’-]/gu, " ").trim();
  const found = plain === "" ? query : query.or(
    ["name", "city", "postal_code"].map((column) =>
      `${column}.ilike."%${plain}%"`
    ).join(),
  );
  return unwrap(await found.order("city").order("name").limit(FOUND));
}

/** The patient chooses who gets the copy. Throws the rule that refuses. */
export async function chooseOrganisation(
  person: Person,
  { id, kind }: Pick<DocumentRecord, "id" | "kind">,
  organisation: string,
): Promise<void> {
  const client = clientFor(person);
  const chosen = asId(organisation);
  unwrap(
    kind === "lab_order"
      ? await client.rpc("choose_laboratory", {
        document_id: id,
        laboratory_id: chosen,
      })
      : await client.rpc("choose_pharmacy", {
        document_id: id,
        pharmacy_id: chosen,
      }),
  );
}

/**
 * The patient forwards a document; sent twice with the same id it goes once. Throws the rule that refuses, `email_invalid`
 * and `too_many_forwards` among them.
 */
export async function forwardDocument(
  person: Person,
  id: string,
  delivery: string,
  address: string,
): Promise<void> {
  unwrap(
    await clientFor(person).rpc("forward_document", {
      document_id: id,
      delivery_id: asId(delivery),
      address,
    }),
  );
}
