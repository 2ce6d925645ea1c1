import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "@/services/supabase.ts";

/**
 * Allows one change of a user's address, number or password within half a minute: the database refuses what was not
 * announced, so that a stolen access token alone changes nothing at Auth.
 */
export async function announceCredentialChange(
  userId: string,
  credential: "email" | "phone" | "password",
): Promise<void> {
  unwrap(
    await serviceClient().rpc("announce_credential_change", {
      user_id: userId,
      credential,
    }),
  );
}
