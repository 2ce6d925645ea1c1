import { asProblem } from "../auth.ts";
import { outboxChanged } from "../outbox_signal.ts";
import { unwrap } from "../problem.ts";
import { serviceClient } from "../supabase.ts";
import type { PendingSignUp } from "./sign_up.ts";

/**
 * Tells the owner of an account that somebody signed up with his data: that he is known, or, before the activation,
 * the link again. Whoever mistyped his address the first time corrects it by signing up again: the SMS code has
 * just shown that he is the same person.
 */
export async function tellKnown(
  accountId: string,
  signUp: PendingSignUp | null = null,
): Promise<void> {
  const { admin } = serviceClient().auth;
  const { data, error } = await admin.getUserById(accountId);
  if (error) throw asProblem(error);
  const active = Boolean(data.user.email_confirmed_at);
  if (
    !active && signUp && signUp.email !== data.user.email &&
    await hasPhone(accountId, signUp.phone)
  ) {
    const { error } = await admin.updateUserById(accountId, {
      email: signUp.email,
    });
    if (error && error.code !== "email_exists") throw asProblem(error);
  }
  unwrap(
    await serviceClient().rpc("notify_account", {
      account_id: accountId,
      kind: active ? "account_exists" : "account_activation",
    }),
  );
  outboxChanged();
}

async function hasPhone(accountId: string, phone: string): Promise<boolean> {
  const rows = unwrap(
    await serviceClient().from("accounts").select("id").eq("id", accountId)
      .eq("phone", phone),
  );
  return rows.length === 1;
}
