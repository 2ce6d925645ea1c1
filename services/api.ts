import { HttpError } from "fresh";
import { isPlainDate } from "@/domain/dates.ts";
import { Problem } from "./problem.ts";
import type { Person } from "./session.ts";

/**
 * Answers an island with JSON: what `work` gives, or `{key}` with the status of the rule that refused.
 * Without a signed-in person: 401 `signed_out`. Somebody's data is never cached.
 */
export async function answer(
  ctx: { state: { person: Person | null } },
  work: (person: Person) => Promise<unknown>,
): Promise<Response> {
  try {
    if (ctx.state.person === null) throw new Problem(401, "signed_out");
    return json(await work(ctx.state.person) ?? null, 200);
  } catch (error) {
    if (error instanceof Problem) return json({ key: error.key }, error.status);
    if (error instanceof HttpError) {
      return json({ key: error.message }, error.status);
    }
    throw error;
  }
}

function json(content: unknown, status: number): Response {
  return Response.json(content, {
    status,
    headers: { "Cache-Control": "no-store" },
  });
}

/** A date from the query, `YYYY-MM-DD`; null when there is none or it is no date. */
export function dateFrom(url: URL, name: string): string | null {
  const text = url.searchParams.get(name);
  return text !== null && isPlainDate(text) ? text : null;
}
