import type { AttachmentType } from "@/domain/attachments.ts";
import { safeFileName, safeFileNameAs } from "@/domain/file_names.ts";
import { readObject } from "@/services/attachments/storage.ts";
import type { Person } from "@/services/auth/session.ts";
import { pdfPath, readStoredFile } from "@/services/documents/files.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";
import type { ExportMessage, ExportPatient, ExportRecord } from "./record.ts";

/** A file of an archive that is still in Storage. */
export interface ArchiveFile {
  /** In the archive: `documents/O-2026-000123.pdf`. */
  readonly path: string;
  /** The document, or the message of the attachment. */
  readonly id: string;
  readonly at: string;
  /** The bytes; what is to be opened first is opened. Throws when they cannot be had. */
  readonly read: () => Promise<Blob>;
}

const endings: Readonly<Record<AttachmentType, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    "docx",
};

/** The files of a record, each under a name that no other one has. */
export function filesOf(record: ExportRecord, person: Person): ArchiveFile[] {
  return record.patients.flatMap((patient) => [
    ...patient.documents.flatMap(documentFiles),
    ...patient.threads.flatMap(({ messages }) => messages)
      .flatMap((message) => attachmentFiles(message, person)),
  ]).map((file, place, all) =>
    all.findIndex(({ path }) => path === file.path) === place
      ? file
      : { ...file, path: numbered(file.path, place) }
  );
}

function documentFiles(
  { id, number, issued_at, sha256, employer_sha256 }:
    ExportPatient["documents"][number],
): ArchiveFile[] {
  const file = (mark: string, sum: string | null): ArchiveFile => ({
    path: `documents/${safeFileName(number)}${mark}.pdf`,
    id,
    at: issued_at,
    read: () => {
      // It was issued a moment ago, and its PDF is being made.
      if (sum === null) throw new Problem(404, "not_found");
      return readStoredFile(serviceClient(), pdfPath(id, sum));
    },
  });
  return [
    file("", sha256),
    ...(employer_sha256 === null ? [] : [file("-employer", employer_sha256)]),
  ];
}

/** What this account keeps or may open now; what is gone for it, or never was checked, is no file of theirs. */
function attachmentFiles(
  { id, body, sent_at, attachment }: ExportMessage,
  person: Person,
): ArchiveFile[] {
  if (!attachment?.type) return [];
  if (["gone", "refused"].includes(attachment.standing)) return [];
  const day = sent_at.slice(0, 10);
  return [{
    path: `attachments/${day} ${
      safeFileNameAs(body, endings[attachment.type])
    }`,
    id,
    at: sent_at,
    // As a click does: the database decides, and notes that they have opened it.
    read: async () => {
      const [file] = unwrap(
        await personClient(person.accessToken).rpc("open_attachment", {
          attachment_id: id,
        }),
      );
      if (file === undefined) throw new Problem(404, "not_found");
      return await readObject(file.path);
    },
  }];
}

function numbered(path: string, place: number): string {
  return path.replace(/(\.\w+)$/, ` (${place + 1})$1`);
}
