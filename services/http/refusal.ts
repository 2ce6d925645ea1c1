import { databaseErrors, type ErrorKey } from "@/domain/errors.ts";
import { Problem } from "./problem.ts";

/** Name in the page's query. */
const REFUSED = "refused";

/**
 * Whether a rule refused what a form asked for, in a way that its page can tell: too late, too long, not now. What is
 * not there, not theirs, or cannot be answered at present has a page of its own.
 */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem &&
    [400, 409, 422, 429].includes(error.status);
}

/** The page of a form with the reason why a rule refused it: its reload sends nothing. */
export function withRefusal(path: string, key: string): string {
  const [pathname, search] = path.split("?");
  const query = new URLSearchParams(search);
  query.set(REFUSED, key);
  return `${pathname}?${query}`;
}

/** Why the form whose POST led here was refused; undefined when it was not. */
export function readRefusal(url: URL): ErrorKey | undefined {
  const named = url.searchParams.get(REFUSED);
  return databaseErrors.find((key) => key === named);
}
