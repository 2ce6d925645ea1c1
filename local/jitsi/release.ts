import { packedFile } from "./archive.ts";
import type { Pinned } from "./library.ts";

/** How long a release may take to begin, where a firewall swallows the question; in milliseconds. */
const ANSWER_TIMEOUT_MS = 5_000;

/** How long it may take as a whole, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** The wanted file of a release. Throws when it cannot be had, or is not the pinned one. */
export async function fetchRelease(
  release: Pinned,
  signal: AbortSignal,
): Promise<string> {
  const silent = new AbortController();
  const timer = setTimeout(
    () => silent.abort(new Error("It does not answer")),
    ANSWER_TIMEOUT_MS,
  );
  const whole = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(release.from, {
      signal: AbortSignal.any([signal, silent.signal, whole]),
    });
    clearTimeout(timer);
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`It is answered by ${response.status}`);
    }
    return await packedFile(await response.bytes(), release);
  } finally {
    clearTimeout(timer);
  }
}
