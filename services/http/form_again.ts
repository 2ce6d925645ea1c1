import { consumeDraft } from "./draft.ts";
import { type FormOutcome, readOutcome } from "./form_outcome.ts";

/**
 * What a form of somebody who is signed in shows besides itself: what became of its POST, or what was typed before the
 * session ended; null when it is shown first.
 */
export async function readFormAgain(
  { req, state: { responseHeaders } }: {
    req: Request;
    state: { responseHeaders: Headers };
  },
  { id }: { id: string },
): Promise<FormOutcome | null> {
  const outcome = await readOutcome(req, id);
  if (outcome) return outcome;
  const typed = await consumeDraft(req, responseHeaders, id);
  return typed && { typed, problems: {}, sent: false };
}
