import { MAILGUN_TOLERANCE, type MailgunEvent } from "./mailgun_event.ts";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "@/services/supabase.ts";

/**
 * Whether a webhook's token is new. Each is accepted once, so a replayed webhook changes
 * nothing. Throws a Problem when the database does not answer.
 */
export async function takeToken(
  { signature: { token } }: MailgunEvent,
): Promise<boolean> {
  return unwrap<boolean>(
    await serviceClient().rpc("take_attempt", {
      subject: `mailgun ${token}`,
      allowed: 1,
      window_seconds: 2 * MAILGUN_TOLERANCE,
    }),
  );
}
