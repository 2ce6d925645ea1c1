import { makeZip } from "client-zip";
import type { DocumentEntry } from "@/domain/document_records.ts";
import { safeFileName } from "@/domain/file_names.ts";
import { kindName } from "@/i18n/document_names.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { serviceClient } from "@/services/supabase.ts";
import { pdfPath, readStoredFile } from "./files.ts";

/**
 * Documents as one ZIP, by kind, read from Storage one after the other while it is sent. A file that cannot be read
 * breaks the download off: a ZIP that looks whole is whole.
 */
export function archiveOf(
  documents: readonly DocumentEntry[],
  texts: DocumentTexts,
): ReadableStream<Uint8Array> {
  const client = serviceClient();
  async function* files() {
    for (const document of documents) {
      const { id, sha256, issued_at } = document;
      if (sha256 === null || issued_at === null) continue;
      yield {
        name: nameInArchive(document, texts),
        lastModified: new Date(issued_at),
        input: await readStoredFile(client, pdfPath(id, sha256)),
      };
    }
  }
  return makeZip(files());
}

/** `Ordonnance/O-2026-000123.pdf`; a dependant's under their name, a void one says so. */
export function nameInArchive(
  { kind, number, state, patient }: Pick<
    DocumentEntry,
    "kind" | "number" | "state" | "patient"
  >,
  texts: DocumentTexts,
): string {
  const folders = patient.own
    ? [kindName(kind, texts)]
    : [`${patient.first_name} ${patient.last_name}`, kindName(kind, texts)];
  const mark = state === "voided" ? ` (${texts.stateVoided})` : "";
  return [...folders, `${number}${mark}.pdf`].map(safeFileName).join("/");
}
