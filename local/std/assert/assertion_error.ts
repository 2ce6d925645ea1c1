/** What every failed assertion throws; `name` is "AssertionError". */
export class AssertionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/** The end of a failure's first line: the caller's own message, or a full stop. */
export function suffix(msg?: string): string {
  return msg ? `: ${msg}` : ".";
}
