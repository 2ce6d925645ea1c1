import type { PostgrestError } from "@supabase/supabase-js";
import type { HttpError } from "fresh";

/** The statuses of failures, 400 to 511. */
export type ErrorStatus = ConstructorParameters<typeof HttpError>[0];

/**
 * What went wrong in a database function, as the app handles it: `key` is the stable name that
 * `private.fail` raised (texts: i18n errors), `status` the HTTP status it carries.
 */
export class Problem extends Error {
  override name = "Problem";
  constructor(
    readonly status: ErrorStatus,
    readonly key: string,
    cause?: unknown,
  ) {
    super(key, { cause });
  }
}

/**
 * The data of a supabase-js answer. Throws {@link Problem}: the rule that refused, `unavailable` (503), or
 * `broken` (500) for a statement that the database cannot run.
 */
export function unwrap<T>(
  answer: { data: T; error: null } | { data: null; error: PostgrestError },
): T {
  if (answer.error === null) return answer.data;
  throw toProblem(answer.error);
}

/** A refusal of supabase-js as ours. */
export function toProblem(error: PostgrestError): Problem {
  const raised = /^PT([45]\d\d)$/.exec(error.code);
  if (raised) {
    // The rule chose one of HTTP's: what is raised is read here and nowhere else.
    const status = Number(raised[1]) as ErrorStatus;
    return new Problem(status, error.message, error);
  }
  // Codes without a rule of ours: the token's end, a missing right, or a database that is not there.
  if (error.code === "PGRST303" || error.code === "PGRST301") {
    return new Problem(401, "signed_out", error);
  }
  if (error.code === "42501") return new Problem(403, "forbidden", error);
  // Wrong SQL or wrong values are a bug: trying again does not help.
  if (/^(22|23|42)/.test(error.code)) return new Problem(500, "broken", error);
  return new Problem(503, "unavailable", error);
}
