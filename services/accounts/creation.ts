import { getLogger } from "@logtape/logtape";
import { asProblem } from "../auth.ts";
import { outboxChanged } from "../outbox_signal.ts";
import { Problem, unwrap } from "../problem.ts";
import { serviceClient } from "../supabase.ts";
import { tellKnown } from "./known_account.ts";
import { atLeast } from "./pace.ts";
import { readSignUp } from "./sign_up.ts";

const log = getLogger(["econsult", "sign-up"]);

/** How long the end of a sign-up takes at least, in milliseconds: as long for who is known as for who is new. */
const CREATION_TAKES = 800;

/** Twin: public.sign_up_to_activate. */
interface Confirmed {
  email: string;
  known_account_id: string | null;
  account_ready: boolean;
}

/**
 * Makes the account of a sign-up whose code was right, and puts its activation e-mail into the outbox. When the
 * matricule or the address has an account already, that person is told and nobody else. Every step may be repeated:
 * after a crash in between the same code completes what is missing.
 */
export function createAccount(signUpId: string): Promise<void> {
  return atLeast(CREATION_TAKES, createOrTell(signUpId));
}

async function createOrTell(signUpId: string): Promise<void> {
  const [confirmed, signUp] = await Promise.all([
    readConfirmed(signUpId),
    readSignUp(signUpId),
  ]);
  if (confirmed.account_ready && confirmed.known_account_id) {
    await tellKnown(confirmed.known_account_id, signUp);
    return;
  }
  const userId = await invite(confirmed.email, signUp?.name ?? "");
  if (userId === null) return;
  try {
    unwrap(
      await serviceClient().rpc("complete_sign_up", {
        sign_up_id: signUpId,
        user_id: userId,
      }),
    );
  } catch (error) {
    // Somebody else's account took the matricule a moment ago: that person is told instead.
    const { known_account_id, account_ready } = await readConfirmed(signUpId);
    if (!account_ready || known_account_id === null) throw error;
    await tellKnown(known_account_id);
  }
  outboxChanged();
}

async function readConfirmed(signUpId: string): Promise<Confirmed> {
  const [confirmed]: Confirmed[] = unwrap(
    await serviceClient().rpc("sign_up_to_activate", { sign_up_id: signUpId }),
  );
  if (!confirmed) throw new Problem(404, "not_found");
  return confirmed;
}

/** The user of an address, made when there is none; null when the address is taken in a way only an administrator can solve. */
async function invite(email: string, name: string): Promise<string | null> {
  const { admin } = serviceClient().auth;
  const { data, error } = await admin.generateLink({
    type: "invite",
    email,
    // `sign_up`: should we fail before there is an account, `sweep` knows it for one of ours.
    options: { data: { name, sign_up: true } },
  });
  if (error?.code === "email_exists") {
    log.error("a confirmed address without account: see auth.users");
    return null;
  }
  if (error) throw asProblem(error);
  const { id } = data.user;
  const updated = await admin.updateUserById(id, {
    app_metadata: { kind: "patient" },
    user_metadata: { name },
  });
  if (updated.error) throw asProblem(updated.error);
  return id;
}
