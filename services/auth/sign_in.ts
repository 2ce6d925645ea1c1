import { parseMatricule } from "@/domain/matricule.ts";
import { parseEmailAddress } from "@/services/accounts/email_address.ts";
import { asProblem, refusal } from "./client.ts";
import { unwrap } from "@/services/http/problem.ts";
import type { Auth } from "./session.ts";
import { serviceClient } from "@/services/supabase.ts";
import { mayTry } from "./limits.ts";
import { withMinimumDuration } from "./minimum_duration.ts";
import { readSignInCode, sendSignInCode } from "./second_factor.ts";

/**
 * What became of e-mail or matricule and password. `code`: they were right, the code is on its way or can be asked for
 * on the next page. `refused`: something was wrong, and nobody says what.
 */
export type SignInOutcome = "code" | "refused" | "deactivated" | "too_many";

/** How long a refusal takes at least, in milliseconds: longer than a password check of an account that exists. */
const REFUSAL_TAKES = 900;

/** Nobody has it: asked for in place of a matricule without account, so that both ways cost the same. */
const NOBODY = "nobody@econsult.invalid";

/**
 * Checks the password of an account, named by e-mail address or matricule, and sends the SMS code. Afterwards the
 * cookies hold a session that may do nothing yet but answer the code (AAL1). Throws a Problem when Supabase does not
 * answer.
 */
export async function signIn(
  auth: Auth,
  { identifier, password, clientIp }: {
    identifier: string;
    password: string;
    clientIp: string;
  },
): Promise<SignInOutcome> {
  const pause = withMinimumDuration(REFUSAL_TAKES, Promise.resolve());
  const outcome = await checkPassword(auth, { identifier, password, clientIp });
  if (typeof outcome === "string") {
    if (outcome === "refused") await pause;
    return outcome;
  }
  const { userId } = outcome;
  const code = await readSignInCode(userId);
  if (code === null) {
    await auth.signOut({ scope: "local" });
    return "deactivated";
  }
  // When no SMS left, the next page says so and offers to send it again.
  await sendSignInCode(auth, { code, userId, clientIp });
  return "code";
}

async function checkPassword(
  auth: Auth,
  { identifier, password, clientIp }: Record<
    "identifier" | "password" | "clientIp",
    string
  >,
): Promise<{ userId: string } | Exclude<SignInOutcome, "code">> {
  // Counted by what was typed: one count for both names of an account would tell that they belong together.
  const account = identifier.replace(/\s/g, "");
  if (!await mayTry("sign-in", { account, clientIp })) return "too_many";
  const email = await emailOf(identifier);
  const { data, error } = await auth.signInWithPassword({
    email: email ?? NOBODY,
    password,
  });
  if (!error) return { userId: data.user.id };
  switch (refusal(error)) {
    case "invalid_credentials":
    case "email_not_confirmed":
    case "validation_failed":
    case "user_banned": // said before the password is looked at: a stranger must not hear it
      return "refused";
    case "too_many":
      return "too_many";
    default:
      throw asProblem(error);
  }
}

/** The address behind what was typed; null for a matricule that nobody has. */
async function emailOf(identifier: string): Promise<string | null> {
  if (identifier.includes("@")) {
    const { email } = { email: undefined, ...parseEmailAddress(identifier) };
    // An administrator may have invited an address that the form would not take.
    return email ?? identifier.toLowerCase();
  }
  const { matricule } = { matricule: undefined, ...parseMatricule(identifier) };
  if (matricule === undefined) return null;
  return unwrap<string | null>(
    await serviceClient().rpc("sign_in_email", { matricule }),
  );
}
