/** Names a part of a page that follows what happens, where scripts run; without an island in it. */
export function followedPart(name: string) {
  return { "data-follow": name };
}

/** Marks an entry in such a part, and says in one sentence what it shows: screen readers hear it when it changes. */
export function followedEntry(
  id: string,
  ...says: readonly (string | undefined | null)[]
) {
  return {
    "data-entry": id,
    "data-says": says.filter(Boolean).join(", "),
  };
}
