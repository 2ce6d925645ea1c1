import { AssertionError } from "node:assert";
import { equal } from "./equal.ts";

/** A class, or an abstract one. */
// deno-lint-ignore no-explicit-any -- whatever its constructor takes
type ErrorClass<E> = abstract new (...args: any[]) => E;

/** Fails unless the condition holds. */
export function assert(condition: unknown, message = ""): asserts condition {
  if (!condition) throw new AssertionError({ message: message || "not true" });
}

/** Fails, with the differences, unless both are made alike. */
export function assertEquals<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  if (equal(actual, expected)) return;
  const operator = "deepStrictEqual"; // makes the message a list of differences
  const { message: differences } = new AssertionError({
    actual,
    expected,
    operator,
  });
  fail(message, differences);
}

/** Fails when both are made alike. */
export function assertNotEquals<T>(
  actual: T,
  expected: T,
  message?: string,
): void {
  if (!equal(actual, expected)) return;
  fail(message, `Expected something else than ${Deno.inspect(actual)}`);
}

/** Fails unless the text matches. */
export function assertMatch(
  actual: string,
  expected: RegExp,
  message?: string,
): void {
  if (expected.test(actual)) return;
  fail(message, `${Deno.inspect(actual)} does not match ${expected}`);
}

/** Fails unless the text is in it. */
export function assertStringIncludes(
  actual: string,
  expected: string,
  message?: string,
): void {
  if (actual.includes(expected)) return;
  fail(
    message,
    `${Deno.inspect(actual)} does not include ${Deno.inspect(expected)}`,
  );
}

/** Fails unless the function throws, an error of this class with this in its message; gives back the error. */
export function assertThrows<E extends Error = Error>(
  run: () => unknown,
  errorClass?: ErrorClass<E>,
  includes?: string,
  message?: string,
): E {
  try {
    run();
  } catch (error) {
    return checked(error, errorClass, includes, message);
  }
  fail(message, "Nothing was thrown");
}

/** Fails unless the promise is rejected, with an error of this class with this in its message; gives back the error. */
export async function assertRejects<E extends Error = Error>(
  run: () => PromiseLike<unknown>,
  errorClass?: ErrorClass<E>,
  includes?: string,
  message?: string,
): Promise<E> {
  let promise;
  try {
    promise = run();
  } catch (error) {
    fail(message, `It threw before there was a promise: ${error}`);
  }
  try {
    await promise;
  } catch (error) {
    return checked(error, errorClass, includes, message);
  }
  fail(message, "The promise was not rejected");
}

function checked<E extends Error>(
  error: unknown,
  errorClass: ErrorClass<E> | undefined,
  includes = "",
  message: string | undefined,
): E {
  if (!(error instanceof (errorClass ?? Error))) {
    fail(
      message,
      `Not ${errorClass?.name ?? "an Error"}: ${Deno.inspect(error)}`,
    );
  }
  if (!error.message.includes(includes)) {
    fail(message, `"${error.message}" does not include "${includes}"`);
  }
  return error as E; // an Error is the least that was asked for
}

function fail(message: string | undefined, why: string): never {
  throw new AssertionError({
    message: message === undefined ? why : `${why}: ${message}`,
  });
}
