import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
} from "@std/assert";
import {
  abortable,
  deadline,
  debounce,
  delay,
  pooledMap,
  retry,
  RetryError,
} from "./mod.ts";

Deno.test("delay waits, and ends when it is aborted", async () => {
  const start = performance.now();
  await delay(20);
  assert(performance.now() - start >= 19);
  await assertRejects(
    () => delay(60_000, { signal: AbortSignal.abort(new RangeError("gone")) }),
    RangeError,
    "gone",
  );
  const controller = new AbortController();
  const waiting = delay(60_000, { signal: controller.signal });
  controller.abort();
  await assertRejects(() => waiting, DOMException);
});

Deno.test("deadline gives the outcome, or says that the time is up", async () => {
  assertEquals(await deadline(Promise.resolve(1), 1000), 1);
  assertEquals(await deadline(Promise.resolve(1), Infinity), 1);
  await assertRejects(
    () => deadline(Promise.reject(new RangeError("no")), 1000),
    RangeError,
  );
  const error = await assertRejects(
    () => deadline(new Promise(() => {}), 5),
    DOMException,
  );
  assertEquals(error.name, "TimeoutError");
  const signal = AbortSignal.abort(new RangeError("stop"));
  await assertRejects(
    () => deadline(new Promise(() => {}), 60_000, { signal }),
    RangeError,
  );
});

Deno.test("abortable ends with the signal's reason", async () => {
  const controller = new AbortController();
  const waiting = abortable(new Promise(() => {}), controller.signal);
  controller.abort(new RangeError("stop"));
  await assertRejects(() => waiting, RangeError, "stop");
  assertEquals(
    await abortable(Promise.resolve(2), new AbortController().signal),
    2,
  );
});

Deno.test("debounce calls once, with the last arguments", async () => {
  const calls: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const call = debounce((n: number) => {
    calls.push(n);
    resolve();
  }, 5);
  call(1);
  call(2);
  assertEquals([call.pending, calls], [true, []]);
  await promise;
  assertEquals([call.pending, calls], [false, [2]]);
  call(3);
  call.clear();
  call.flush();
  assertEquals(calls, [2]);
  call(4);
  call.flush();
  assertEquals([call.pending, calls], [false, [2, 4]]);
});

Deno.test("retry tries again, but not for ever and not in vain", async () => {
  const quick = { minTimeout: 1, maxTimeout: 2 };
  let calls = 0;
  const third = () => {
    if (++calls < 3) throw new Error("not yet");
    return calls;
  };
  assertEquals(await retry(third, quick), 3);

  const never = () => Promise.reject(new RangeError("never"));
  const error = await assertRejects(
    () => retry(never, { ...quick, maxAttempts: 2 }),
    RetryError,
    "maxAttempts (2)",
  );
  assertInstanceOf(error.cause, RangeError);
  const isRetriable = (error: unknown) => !(error instanceof RangeError);
  await assertRejects(
    () => retry(never, { ...quick, isRetriable }),
    RangeError,
  );
  await assertRejects(
    () => retry(never, { minTimeout: 2, maxTimeout: 1 }),
    TypeError,
  );
});

Deno.test("pooledMap keeps the order and the limit", async () => {
  let running = 0, most = 0;
  const map = async (ms: number) => {
    most = Math.max(most, ++running);
    await delay(ms);
    running--;
    return ms;
  };
  const results = await Array.fromAsync(pooledMap(2, [9, 1, 5, 2], map));
  assertEquals(results, [9, 1, 5, 2]);
  assertEquals(most, 2);
});

Deno.test("pooledMap tells what failed, and begins no more", async () => {
  const begun: number[] = [];
  const fail = async (n: number) => {
    begun.push(n);
    await delay(1);
    if (n === 2) throw new RangeError("two");
    return n;
  };
  const error = await assertRejects(
    () => Array.fromAsync(pooledMap(1, [1, 2, 3, 4], fail)),
    AggregateError,
  );
  assertInstanceOf(error.errors[0], RangeError);
  assertEquals(begun, [1, 2]);
});
