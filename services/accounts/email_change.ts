import type { SupabaseClient } from "@supabase/supabase-js";
import { mayTry } from "@/services/auth/limits.ts";
import { withMinimumDuration } from "@/services/auth/minimum_duration.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { hashOf, newLinkToken } from "@/services/link_token.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";

/** How long a beginning takes at least, in milliseconds: as long for an address that has an account as for another. */
const BEGINNING_TAKES = 300;

/** Why no change was begun: it is the address already, or there were too many. */
export type EmailChangeProblem = "same" | "too_many";

/**
 * Begins the change of whoever's session it is: a link goes to the new address, or a plain e-mail to the owner of one
 * that has an account; whoever asked sees no difference. Null when it is done; the same form (`formId`) sent twice is
 * one change. The password was checked before. Throws a Problem when the session has ended or the database does not
 * answer.
 */
export async function beginEmailChange(
  email: string,
  { accountId, sessionId, formId, clientIp }: {
    accountId: string;
    sessionId: string;
    formId: string;
    clientIp: string;
  },
): Promise<EmailChangeProblem | null> {
  if (
    !await mayTry("contact-change", { account: accountId, clientIp }) ||
    !await mayTry("link", { account: email, clientIp })
  ) return "too_many";
  const begun = await withMinimumDuration(
    BEGINNING_TAKES,
    begin({ session_id: sessionId, form_id: formId, email }),
  );
  if (!begun) return "same";
  outboxChanged();
  return null;
}

async function begin(
  change: { session_id: string; form_id: string; email: string },
): Promise<boolean> {
  return unwrap(await serviceClient().rpc("begin_email_change", change));
}

/** A change of address that waits for its link. Mirrored in SQL: public.my_email_change. */
export interface WaitingEmailChange {
  id: string;
  email: string;
  /** How often its e-mail was asked for, of five. */
  sendings: number;
  /** ISO instant. */
  ends_at: string;
}

/** The change that waits for its link; null without one. */
export async function readWaitingEmailChange(
  person: Person,
): Promise<WaitingEmailChange | null> {
  const [change] = unwrap(
    await personClient(person.accessToken).rpc("my_email_change"),
  );
  return change ?? null;
}

/** Ends the change that a form names (`id`): its link opens nothing any more. Throws `signed_out`. */
export async function withdrawEmailChange(
  id: string,
  sessionId: string,
): Promise<void> {
  unwrap(
    await serviceClient().rpc("withdraw_email_change", {
      session_id: sessionId,
      change_id: id,
    }),
  );
}

/**
 * Sends the e-mail of the change that a form names once more; a form that shows other `sendings` was sent twice.
 * Throws `email_change_over`, `email_sent_just_now`, `email_sent_too_often` or `signed_out`.
 */
export async function renewEmailChange(
  { id, sendings }: { id: string; sendings: number },
  { person, sessionId, clientIp }: {
    person: Person;
    sessionId: string;
    clientIp: string;
  },
): Promise<void> {
  const change = await readWaitingEmailChange(person);
  if (change?.id !== id) throw new Problem(409, "email_change_over");
  // Sent twice it counts once.
  if (change.sendings !== sendings) return;
  if (
    !await mayTry("contact-change", { account: person.id, clientIp }) ||
    !await mayTry("link", { account: change.email, clientIp })
  ) throw new Problem(429, "email_sent_too_often");
  await withMinimumDuration(BEGINNING_TAKES, renew(sessionId, id, sendings));
  outboxChanged();
}

async function renew(sessionId: string, id: string, sendings: number) {
  unwrap(
    await serviceClient().rpc("renew_email_change", {
      session_id: sessionId,
      change_id: id,
      sendings,
    }),
  );
}

/** Makes the token of a change's link; only its hash is kept. Throws when the change was replaced or is done. */
export async function newEmailChangeToken(
  client: SupabaseClient,
  changeId: string,
): Promise<string> {
  const token = newLinkToken();
  const waits = unwrap(
    await client.rpc("add_email_change_link", {
      change_id: changeId,
      link_hash: hashOf(token),
    }),
  );
  if (!waits) throw new Problem(404, "not_found");
  return token;
}

/** The address that a link confirms, and whether it has; null for a link that is too old, replaced or none of ours. */
export async function readEmailChange(
  token: string,
): Promise<{ email: string; confirmed: boolean } | null> {
  const [change] = unwrap(
    await serviceClient().rpc("email_change_of_link", {
      link_hash: hashOf(token),
    }),
  );
  return change ?? null;
}

/** The address of a link counts from now on; the former one is told, and every session of the account ends. */
export async function confirmEmailChange(token: string): Promise<void> {
  const confirmed = unwrap(
    await serviceClient().rpc("confirm_email_change", {
      link_hash: hashOf(token),
    }),
  );
  if (confirmed) outboxChanged();
}
