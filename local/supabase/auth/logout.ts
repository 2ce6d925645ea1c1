import { requireSignedIn } from "./bearer.ts";
import type { Handler } from "./context.ts";
import { invalid } from "./errors.ts";
import { endSessions } from "./sessions.ts";

/** `POST /logout?scope=global|local|others`. Access tokens stay readable for REST until they expire, as upstream. */
export const logout: Handler = async (context, request) => {
  const { user, session } = await requireSignedIn(context, request);
  const scope = request.url.searchParams.get("scope") || "global";
  if (scope !== "global" && scope !== "local" && scope !== "others") {
    throw invalid(`Unsupported logout scope "${scope.slice(0, 40)}"`);
  }
  await endSessions(context.sql, user.id, scope, session.id);
  return new Response(null, { status: 204 });
};
