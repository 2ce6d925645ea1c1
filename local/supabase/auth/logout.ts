import { requireSignedIn } from "./bearer.ts";
import type { Handler } from "./context.ts";
import { invalid } from "./errors.ts";
import { endSessions } from "./sessions.ts";

/** `POST /logout?scope=global|local|others`. Access tokens stay readable for REST until they expire, as upstream. */
export const logout: Handler = async (call) => {
  const { user, session } = await requireSignedIn(call);
  const scope = call.url.searchParams.get("scope") || "global";
  if (scope !== "global" && scope !== "local" && scope !== "others") {
    throw invalid(`Unsupported logout scope "${scope.slice(0, 40)}"`);
  }
  await endSessions(call.sql, user.id, scope, session.id);
  return new Response(null, { status: 204 });
};
