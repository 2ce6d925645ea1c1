/**
 * The assertions of the Deno standard library that this project uses, with
 * std's names, signatures and messages.
 */
export { AssertionError } from "./assertion_error.ts";
export * from "./collections.ts";
export { equal } from "./equal.ts";
export * from "./equality.ts";
export * from "./errors.ts";
export * from "./instance.ts";
export * from "./numbers.ts";
export * from "./strings.ts";
export * from "./truth.ts";
