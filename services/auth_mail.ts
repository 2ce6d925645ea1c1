import { accountOf, type AuthUser } from "./auth_user.ts";
import type { Mail } from "./mail.ts";
import {
  activationMail,
  emailChangeMail,
  emailChangeNotice,
  recoveryMail,
} from "./messages/accounts.ts";
import { letterhead } from "./notification_message.ts";

/** What Supabase Auth wants to have mailed. */
export interface AuthMailRequest {
  readonly user: AuthUser;
  readonly email_data: {
    readonly email_action_type: string;
    readonly token_hash: string;
    readonly token_hash_new: string;
  };
}

/** The e-mails that a request of Auth's asks for; null for a kind that this app never causes. */
export async function authMails(
  { user, email_data }: AuthMailRequest,
): Promise<Mail[] | null> {
  const head = letterhead();
  const addressee = await accountOf(user);
  const { email_action_type, token_hash, token_hash_new } = email_data;
  switch (email_action_type) {
    case "recovery":
      return [{ to: user.email, ...recoveryMail(addressee, token_hash, head) }];
    case "invite": {
      const link = { token: token_hash, type: "invite" as const };
      return [{ to: user.email, ...activationMail(addressee, link, head) }];
    }
    case "email_change": {
      // Auth's names are crossed: `token_hash` is the new address's, `token_hash_new` the old one's, if it must agree.
      const toNew = emailChangeMail(addressee, token_hash, head);
      const toOld = token_hash_new
        ? emailChangeMail(addressee, token_hash_new, head)
        : emailChangeNotice(addressee, head);
      return [
        { to: user.new_email, ...toNew },
        { to: user.email, ...toOld },
      ];
    }
    default:
      return null;
  }
}
