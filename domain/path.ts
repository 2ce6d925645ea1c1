/** One path of the app: segments and values are escaped; what is `undefined` is left out. */
export function path(
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [
    string,
    string,
  ] => entry[1] !== undefined);
  const search = given.length ? `?${new URLSearchParams(given)}` : "";
  return `/${segments.map(encodeURIComponent).join("/")}${search}`;
}

/** What a doctor's calendar shows; ids. What is null or undefined is left out. */
export interface CalendarQuery {
  /** Any of the seven days to show, `YYYY-MM-DD`. */
  readonly week?: string | undefined;
  /** The reason for the visit: slots are free for its length. */
  readonly reason?: string | null | undefined;
  /** The appointment to move: slots are free for its length, whatever the reason. */
  readonly move?: string | undefined;
}

/** The calendar's query, of its page and of its data alike. */
export function calendarParams({ week, reason, move }: CalendarQuery) {
  return { week, reason: reason ?? undefined, move };
}
