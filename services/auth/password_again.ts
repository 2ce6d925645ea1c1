import { asProblem, refusal, statelessAuth } from "./client.ts";
import { mayTry } from "./limits.ts";
import type { Person } from "./session.ts";

/** Whether whoever is signed in has given their password once more; `too_many` when it was tried too often. */
export type PasswordCheck = "right" | "wrong" | "too_many";

/**
 * Checks the password of somebody who is signed in, before something that a borrowed telephone must not do. Throws a
 * Problem when Supabase does not answer.
 */
export async function checkOwnPassword(
  { id, email }: Person,
  password: string,
  clientIp: string,
): Promise<PasswordCheck> {
  if (!await mayTry("password-again", { account: id, clientIp })) {
    return "too_many";
  }
  const auth = statelessAuth(clientIp);
  const { data, error } = await auth.signInWithPassword({ email, password });
  if (!error) {
    // The session of this very check; it has no SMS code and could see nothing.
    await auth.signOut({ scope: "local" });
    return data.user.id === id ? "right" : "wrong";
  }
  switch (refusal(error)) {
    case "invalid_credentials":
    case "validation_failed":
      return "wrong";
    case "too_many":
      return "too_many";
    default:
      throw asProblem(error);
  }
}
