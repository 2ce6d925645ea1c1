import { AssertionError, suffix } from "./assertion_error.ts";

/** A class whose instances are expected; abstract ones too. */
export type ErrorClass<E extends Error = Error> = abstract new (
  // deno-lint-ignore no-explicit-any -- a constructor with any parameters is meant
  ...args: any[]
) => E;

/** Throws unless the value is an Error of the class, with the text in its message. */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  ErrorClass?: ErrorClass<E>,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) {
    throw new AssertionError(
      `Expected "error" to be an Error object${suffix(msg)}`,
    );
  }
  if (ErrorClass && !(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", but was "${error.constructor.name}"${
        suffix(msg)
      }`,
      { cause: error },
    );
  }
  if (msgMatches === undefined || matches(error.message, msgMatches)) return;
  throw new AssertionError(
    `Expected error message to ${
      typeof msgMatches === "string" ? "include" : "match"
    } ${
      typeof msgMatches === "string" ? JSON.stringify(msgMatches) : msgMatches
    }, but got ${JSON.stringify(error.message)}${suffix(msg)}`,
    { cause: error },
  );
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string"
    ? text.includes(wanted)
    : new RegExp(wanted).test(text);
}

type Rest<E extends Error> =
  | [msg?: string]
  | [ErrorClass: ErrorClass<E>, msgIncludes?: string, msg?: string];

function check<E extends Error>(
  thrown: unknown,
  kind: "thrown" | "rejected",
  rest: Rest<E>,
): void {
  const [ErrorClass, msgIncludes, msg] = rest;
  if (typeof ErrorClass !== "function") return;
  if (!(thrown instanceof Error)) {
    throw new AssertionError(`A non-Error object was ${kind}${suffix(msg)}`);
  }
  assertIsError(thrown, ErrorClass, msgIncludes, msg);
}

function ownMessage<E extends Error>(rest: Rest<E>): string | undefined {
  return typeof rest[0] === "function" ? rest[2] : rest[0];
}

/** Throws unless the function throws; returns what it threw. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Throws unless the function throws an error of the class; returns the error. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows<E extends Error>(
  fn: () => unknown,
  ...rest: Rest<E>
): unknown {
  try {
    fn();
  } catch (error) {
    check(error, "thrown", rest);
    return error;
  }
  throw new AssertionError(
    `Expected function to throw${suffix(ownMessage(rest))}`,
  );
}

/** Throws unless the promise is rejected; returns the reason. */
export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
/** Throws unless the promise is rejected with an error of the class; returns it. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects<E extends Error>(
  fn: () => PromiseLike<unknown>,
  ...rest: Rest<E>
): Promise<unknown> {
  let promise: PromiseLike<unknown> | undefined;
  try {
    promise = fn();
    await promise;
  } catch (error) {
    if (!promise) {
      throw new AssertionError(
        `Function throws when expected to reject${suffix(ownMessage(rest))}`,
        { cause: error },
      );
    }
    check(error, "rejected", rest);
    return error;
  }
  throw new AssertionError(
    `Expected function to reject${suffix(ownMessage(rest))}`,
  );
}
