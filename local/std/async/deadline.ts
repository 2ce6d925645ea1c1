import { abortable } from "./abortable.ts";

/** What else ends the wait. */
export interface DeadlineOptions {
  signal?: AbortSignal;
}

/**
 * The promise's outcome within `ms` milliseconds. After that it rejects with a
 * DOMException named TimeoutError; what the promise stands for goes on.
 */
export async function deadline<T>(
  promise: PromiseLike<T>,
  ms: number,
  options: DeadlineOptions = {},
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const timeUp = () =>
    controller.abort(new DOMException("Signal timed out.", "TimeoutError"));
  const timer = Number.isFinite(ms) ? setTimeout(timeUp, ms) : undefined;
  try {
    const signals = options.signal ? [signal, options.signal] : [signal];
    return await abortable(promise, AbortSignal.any(signals));
  } finally {
    clearTimeout(timer);
  }
}
