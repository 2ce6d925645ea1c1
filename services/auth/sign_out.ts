import { getLogger } from "@logtape/logtape";
import { refusal } from "./client.ts";
import { type Auth, dropSession } from "./session.ts";

const log = getLogger(["econsult", "sign-out"]);

/**
 * Ends this session (`local`) or every session of the person (`global`). The cookies go in any case: whoever signs out
 * on a shared computer must not stay because a service is down.
 */
export async function signOut(
  auth: Auth,
  request: Request,
  responseHeaders: Headers,
  scope: "local" | "global",
): Promise<void> {
  const { error } = await auth.signOut({ scope });
  if (!error) return;
  log.warn("session not ended at Supabase: {reason}", {
    reason: refusal(error),
  });
  dropSession(request, responseHeaders);
}
