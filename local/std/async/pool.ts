/**
 * Calls back for each value, at most `poolLimit` at a time, and yields the
 * results in their order. After a failure no more are begun; those under way
 * are waited for, then it throws an AggregateError.
 */
export async function* pooledMap<T, R>(
  poolLimit: number,
  array: Iterable<T> | AsyncIterable<T>,
  iteratorFn: (data: T) => Promise<R>,
): AsyncIterableIterator<R> {
  const errors: unknown[] = [];
  const results: Promise<R>[] = [];
  const running = new Set<Promise<unknown>>();
  const begin = (value: T) => {
    const result = Promise.resolve().then(() => iteratorFn(value));
    const done: Promise<unknown> = result
      .catch((error) => errors.push(error))
      .finally(() => running.delete(done));
    running.add(done);
    results.push(result);
  };
  for await (const value of array) {
    if (running.size >= poolLimit) await Promise.race(running);
    if (errors.length > 0) break;
    begin(value);
    // Results that are there are handed out while others are under way.
    while (results[0] && running.size < results.length && errors.length === 0) {
      const [first] = results;
      const ready = await Promise.race([first, Promise.resolve(PENDING)])
        .catch(() => PENDING);
      if (ready === PENDING) break;
      results.shift();
      yield ready as R; // it is not the mark, so it is the result
    }
  }
  while (errors.length === 0 && results.length > 0) {
    const next = await Promise.allSettled([results.shift()]);
    if (next[0].status === "fulfilled") yield next[0].value as R; // there was one
  }
  await Promise.all(running);
  if (errors.length > 0) {
    throw new AggregateError(
      errors,
      "Cannot complete the mapping as an error was thrown from an item",
    );
  }
}

const PENDING = Symbol("pending");
