import { getLogger } from "@logtape/logtape";
import { makeZip } from "client-zip";
import type { Language } from "@/i18n/mod.ts";
import { parsePage } from "@/services/appointments/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";
import type { ArchiveFile } from "./files.ts";
import { archivePage } from "./page.tsx";
import { ExportRecord } from "./record.ts";

const log = getLogger(["econsult", "export"]);

/** For how long an archive waits in all for files that do not come, in milliseconds; the rest is then missing. */
const MISSING_TIMEOUT_MS = 20_000;

/** What became of the files of an archive. */
export interface ArchivedFiles {
  /** Paths in the archive by document or message. */
  readonly files: readonly { path: string; id: string }[];
  readonly missing: readonly { path: string; id: string }[];
}

/** Everything that this person may read, by the policies and functions that hold for them. Throws `too_many_exports`. */
export async function readExport(person: Person): Promise<ExportRecord> {
  return parsePage(
    ExportRecord,
    unwrap(await personClient(person.accessToken).rpc("export_account")),
  );
}

/**
 * The ZIP of an export, sent while it is made: one file at a time is in memory, whole, since one that breaks off in the
 * middle would spoil the archive. A file that cannot be read is named as missing; the page and the data come last
 * because they say so.
 */
export function exportArchive(
  record: ExportRecord,
  files: readonly ArchiveFile[],
  language: Language,
): ReadableStream<Uint8Array> {
  return makeZip(entries(record, files, language), { buffersAreUTF8: true });
}

async function* entries(
  record: ExportRecord,
  listed: readonly ArchiveFile[],
  language: Language,
) {
  const files: { path: string; id: string }[] = [];
  const missing: { path: string; id: string }[] = [];
  let waited = 0;
  for (const { path, id, at, read } of listed) {
    const began = performance.now();
    const file = waited > MISSING_TIMEOUT_MS ? null : await orNull(read);
    if (file === null) {
      waited += performance.now() - began;
      missing.push({ path, id });
      continue;
    }
    files.push({ path, id });
    yield { name: path, lastModified: new Date(at), input: file };
  }
  const lastModified = new Date(record.exported_at);
  const data = { ...record, files, missing };
  yield {
    name: "data.json",
    lastModified,
    input: JSON.stringify(data, null, 2),
  };
  yield {
    name: "index.html",
    lastModified,
    input: archivePage(record, { files, missing }, language),
  };
}

async function orNull(read: () => Promise<Blob>): Promise<Blob | null> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    log.warn("a file is missing in an export: {reason}", { reason });
    return null;
  }
}
