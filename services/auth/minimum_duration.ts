/**
 * The outcome of `work`, good or bad, not before `milliseconds` have passed: how long an answer takes must not tell
 * whether an account exists.
 */
export async function withMinimumDuration<T>(
  milliseconds: number,
  work: Promise<T>,
): Promise<T> {
  const pause = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [outcome] = await Promise.allSettled([work, pause]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
