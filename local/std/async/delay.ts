/** How to wait. */
export interface DelayOptions {
  /** Ends the wait; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Whether the process stays alive for it; true by default. */
  persistent?: boolean;
}

/** Resolves after so many milliseconds. */
export function delay(ms: number, options: DelayOptions = {}): Promise<void> {
  const { signal, persistent = true } = options;
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", abort, { once: true });
    if (!persistent) Deno.unrefTimer(timer);
  });
}
