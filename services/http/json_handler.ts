import { HttpError } from "fresh";
import { isPlainDate } from "@/domain/dates.ts";
import { Problem } from "./problem.ts";
import type { Person } from "@/services/auth/session.ts";

/**
 * Answers an island with JSON: what `work` gives, or `{key}` with the status of the rule that refused.
 * Without a signed-in person: 401 `signed_out`. Responses with personal data are never cached.
 */
export function jsonHandler(
  ctx: { state: { person: Person | null } },
  work: (person: Person) => Promise<unknown>,
): Promise<Response> {
  return jsonAnswer(async () => {
    if (ctx.state.person === null) throw new Problem(401, "signed_out");
    return await work(ctx.state.person);
  });
}

/** The same for whoever is known by something else than a session. */
export async function jsonAnswer(
  work: () => Promise<unknown>,
): Promise<Response> {
  try {
    return json(await work() ?? null, 200);
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
