import { setTimeout as timer } from "node:timers/promises";

/** Ends a wait early. */
export interface DelayOptions {
  signal?: AbortSignal;
}

/** Resolves after so many milliseconds. Rejects with the signal's reason when it is aborted before. */
export async function delay(
  ms: number,
  { signal }: DelayOptions = {},
): Promise<void> {
  try {
    await timer(ms, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** The promise's outcome; rejects with a `TimeoutError` when it takes longer than so many milliseconds. */
export async function deadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timeout = setTimeout(() => {
    over.reject(new DOMException("Signal timed out.", "TimeoutError"));
  }, ms);
  try {
    return await Promise.race([promise, over.promise]);
  } finally {
    clearTimeout(timeout);
  }
}
