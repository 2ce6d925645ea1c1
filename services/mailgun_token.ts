import { MAILGUN_TOLERANCE, type MailgunEvent } from "./mailgun_event.ts";
import { unwrap } from "./problem.ts";
import { serviceClient } from "./supabase.ts";

/**
 * Whether a webhook's token is new. It is good once: what somebody recorded on the way changes nothing when it
 * comes again. Throws a Problem when the database does not answer.
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
