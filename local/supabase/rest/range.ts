import { invalidRange } from "./error.ts";
import type { Range } from "./query.ts";

/**
 * The rows that a GET asks for: those of `limit` and `offset` that are also in the `Range` header.
 * Throws PGRST103 when there can be none.
 */
export function requestedRange(header: string | null, query: Range): Range {
  const match = /^(?:items=)?(\d{1,15})-(\d{0,15})$/.exec(header ?? "");
  if (!match) return query;
  const from = Number(match[1]);
  const to = match[2] ? Number(match[2]) : Infinity;
  if (from > to) {
    throw invalidRange(
      "The lower boundary must be lower than or equal to the upper boundary in the Range header.",
    );
  }
  const offset = Math.max(from, query.offset);
  const end = Math.min(
    to,
    query.limit === null ? Infinity : query.offset + query.limit - 1,
  );
  return {
    offset,
    limit: end === Infinity ? null : Math.max(0, end - offset + 1),
  };
}

/** `Content-Range` for `rows` rows from `offset` on. */
export function contentRange(
  offset: number,
  rows: number,
  total: number | null,
): string {
  const part = rows > 0 && total !== 0 ? `${offset}-${offset + rows - 1}` : "*";
  return `${part}/${total ?? "*"}`;
}

/** 200 for all rows, 206 for some, 416 for a place behind the last one. */
export function rangeStatus(
  offset: number,
  rows: number,
  total: number | null,
): 200 | 206 | 416 {
  if (total === null) return 200;
  if (offset > total) return 416;
  return rows < total ? 206 : 200;
}
