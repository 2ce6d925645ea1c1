let current = "";

/** The key of the build that this process serves; empty before there is one, as in a unit test. */
export function buildId(): string {
  return current;
}

/** Called once, by the built server. */
export function setBuildId(id: string): void {
  current = id;
}
