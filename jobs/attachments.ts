import { getLogger } from "@logtape/logtape";
import * as v from "valibot";
import type { Verdict } from "@/services/attachments/clamd.ts";

const log = getLogger(["econsult", "attachments"]);

const Held = v.array(v.object({ id: v.string(), path: v.string() }));
const Unsent = v.array(
  v.object({ id: v.string(), paths: v.array(v.string()) }),
);

/** What working on files needs of the world. */
export interface AttachmentDeps {
  /** A function of the database, with the secret key. Throws when it does not answer. */
  readonly call: (
    name: string,
    args?: Record<string, unknown>,
  ) => Promise<unknown>;
  /** The bytes at a path of Storage. */
  readonly read: (path: string) => Promise<Blob>;
  readonly remove: (paths: string[]) => Promise<void>;
  /** The virus scanner; null where there is none: what waits for one is let through. */
  readonly scan: ((file: Blob) => Promise<Verdict>) | null;
  /** Stops between two files. */
  readonly signal?: AbortSignal;
}

/**
 * Has the virus scanner look at what is held back. What it finds something in is removed and can never be opened; what
 * it cannot look at stays held back until it can. Safe to run twice at once.
 *
 * @throws when the database does not answer
 */
export async function scanAttachments(deps: AttachmentDeps): Promise<void> {
  const held = v.parse(Held, await deps.call("attachments_to_scan"));
  for (const { id, path } of held) {
    if (deps.signal?.aborted) return;
    try {
      const verdict = deps.scan
        ? await deps.scan(await deps.read(path))
        : { clean: true as const };
      const { clean } = verdict;
      await deps.call("attachment_scanned", { attachment_id: id, clean });
      if (verdict.clean) continue;
      log.warn("a file was refused: {found}", { found: verdict.found });
      await deps.remove([path]);
    } catch (error) {
      log.error("a file stays held back: {error}", { error });
    }
  }
}

/** Removes what somebody began to send and never finished, a day later. Throws when Storage or the database does not answer. */
export async function removeUnsent(deps: AttachmentDeps): Promise<void> {
  const unsent = v.parse(Unsent, await deps.call("unsent_attachments"));
  if (unsent.length === 0) return;
  await deps.remove(unsent.flatMap(({ paths }) => paths));
  await deps.call("forget_attachments", { ids: unsent.map(({ id }) => id) });
}
