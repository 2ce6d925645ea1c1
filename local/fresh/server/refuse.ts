/**
 * Throws for every option that is set and not supported here. What Fresh has and this edition lacks must not be
 * passed over in silence.
 */
export function refuseOthers(
  what: string,
  options: object,
  supported: readonly string[],
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !supported.includes(name)) {
      throw unsupported(`${what}: ${name}`);
    }
  }
}

/** The error for a part of Fresh that this edition does not have. */
export function unsupported(what: string): Error {
  return new Error(`${what} is not supported by this local edition of Fresh`);
}
