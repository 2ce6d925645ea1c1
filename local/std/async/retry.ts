import { delay } from "./delay.ts";

/** Thrown when the last attempt has failed; `cause` is why. */
export class RetryError extends Error {
  constructor(cause: unknown, attempts: number) {
    super(`Retrying exceeded the maxAttempts (${attempts}).`, { cause });
    this.name = "RetryError";
  }
}

/** How often to try, and how long to wait between: times are milliseconds. */
export interface RetryOptions {
  /** Factor from one wait to the next: 2 */
  multiplier?: number;
  /** The longest wait: 60000 */
  maxTimeout?: number;
  /** 5 */
  maxAttempts?: number;
  /** The first wait: 1000 */
  minTimeout?: number;
  /** The share of a wait that is random, from 0 to 1: 1 */
  jitter?: number;
  /** Whether another attempt could help; otherwise the error is thrown as it is. */
  isRetriable?: (error: unknown) => boolean;
  /** Ends the waiting. */
  signal?: AbortSignal;
}

/** Calls until it succeeds. Throws RetryError after the last attempt, TypeError for options that make no sense. */
export async function retry<T>(
  fn: (() => Promise<T>) | (() => T),
  options: RetryOptions = {},
): Promise<T> {
  const {
    multiplier = 2,
    maxTimeout = 60_000,
    maxAttempts = 5,
    minTimeout = 1000,
    jitter = 1,
    isRetriable = () => true,
    signal,
  } = options;
  if (maxTimeout <= 0) {
    throw new TypeError(
      `Cannot retry as 'maxTimeout' must be positive: current value is ${maxTimeout}`,
    );
  }
  if (minTimeout > maxTimeout) {
    throw new TypeError(
      `Cannot retry as 'minTimeout' must be <= 'maxTimeout': current values 'minTimeout=${minTimeout}', 'maxTimeout=${maxTimeout}'`,
    );
  }
  if (jitter > 1) {
    throw new TypeError(
      `Cannot retry as 'jitter' must be <= 1: current value is ${jitter}`,
    );
  }
  for (let attempt = 0;; attempt++) {
    try {
      signal?.throwIfAborted();
      return await fn();
    } catch (error) {
      if (signal?.aborted || !isRetriable(error)) throw error;
      if (attempt + 1 >= maxAttempts) throw new RetryError(error, maxAttempts);
    }
    const wait = Math.min(maxTimeout, minTimeout * multiplier ** attempt);
    await delay(wait * (1 - jitter * Math.random()), { signal });
  }
}
