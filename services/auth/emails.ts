import { getLogger } from "@logtape/logtape";
import { accountOf, type AuthUser } from "./user.ts";
import type { Mail } from "@/services/notifications/mail.ts";
import { serviceClient } from "@/services/supabase.ts";
import type { Delivery } from "@/services/notifications/delivery.ts";
import {
  activationMail,
  recoveryMail,
} from "@/services/notifications/account_emails.ts";
import { emailContext } from "@/services/notifications/message.ts";

const log = getLogger(["econsult", "auth-hook"]);

/** What Supabase Auth wants to have mailed. */
export interface AuthMailRequest {
  readonly user: AuthUser;
  readonly email_data: {
    readonly email_action_type: string;
    readonly token_hash: string;
  };
}

/** The e-mails that a request of Auth's asks for; null for a kind that this app never causes. */
export async function authMails(
  { user, email_data }: AuthMailRequest,
): Promise<Mail[] | null> {
  const head = emailContext();
  const addressee = await accountOf(user);
  const { email_action_type, token_hash } = email_data;
  switch (email_action_type) {
    case "recovery":
      return [{ to: user.email, ...recoveryMail(addressee, token_hash, head) }];
    case "invite": {
      const link = { token: token_hash, type: "invite" as const };
      return [{ to: user.email, ...activationMail(addressee, link, "", head) }];
    }
    default:
      return null;
  }
}

/** What Auth's e-mails are called in the outbox. */
const kinds = {
  recovery: "password_link",
  invite: "account_activation",
} as const;

/** How long the database may take to note an e-mail that has left, in milliseconds: Auth waits. */
const NOTING_MS = 500;

/**
 * Notes in the outbox what became of an e-mail of Auth's, under the id that it carries: a bounce is then seen like that
 * of any other message. Without an account there is no place for it; never throws, because the e-mail has left.
 */
export async function noteAuthMail(
  id: string,
  { user, email_data }: AuthMailRequest,
  delivery: Delivery,
): Promise<void> {
  const action = email_data.email_action_type;
  if (!isKnown(action)) return;
  const { error } = await serviceClient().rpc("note_auth_email", {
    id,
    account_id: user.id,
    kind: kinds[action],
    ...(delivery.outcome === "sent"
      ? { provider_message_id: delivery.providerMessageId }
      : { reason: delivery.reason }),
  }).abortSignal(AbortSignal.timeout(NOTING_MS));
  if (error) {
    log.warn("an e-mail of Auth's was not noted: {reason}", {
      reason: error.code,
    });
  }
}

function isKnown(action: string): action is keyof typeof kinds {
  return action in kinds;
}
