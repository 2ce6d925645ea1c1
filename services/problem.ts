import type { PostgrestError } from "@supabase/supabase-js";

/**
 * What went wrong in a database function, as the app handles it: `key` is the stable name that
 * `private.fail` raised (texts: i18n errors), `status` the HTTP status it carries.
 */
export class Problem extends Error {
  override name = "Problem";
  constructor(readonly status: number, readonly key: string, cause?: unknown) {
    super(key, { cause });
  }
}

/** The data of a supabase-js answer. Throws {@link Problem}: the rule that refused, or `unavailable` (503). */
export function unwrap<T>(
  answer: { data: T; error: null } | { data: null; error: PostgrestError },
): T {
  if (answer.error === null) return answer.data;
  throw toProblem(answer.error);
}

function toProblem(error: PostgrestError): Problem {
  const raised = /^PT(\d{3})$/.exec(error.code);
  if (raised) return new Problem(Number(raised[1]), error.message, error);
  // Codes without a rule of ours: the token's end, a missing right, or a database that is not there.
  if (error.code === "PGRST303" || error.code === "PGRST301") {
    return new Problem(401, "signed_out", error);
  }
  if (error.code === "42501") return new Problem(403, "forbidden", error);
  return new Problem(503, "unavailable", error);
}
