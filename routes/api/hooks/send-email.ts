import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { answerHook, HookRefusal } from "@/services/auth_hook.ts";
import { AuthUser } from "@/services/auth_user.ts";
import { authMails } from "@/services/auth_mail.ts";
import { sendMail } from "@/services/mail.ts";

const SendEmail = v.object({
  user: AuthUser,
  email_data: v.object({
    email_action_type: v.string(),
    token_hash: v.optional(v.string(), ""),
    token_hash_new: v.optional(v.string(), ""),
  }),
});

/** Supabase Auth's Send Email hook: links to a new password, a new address, and Studio's invitations. */
export const handler = define.handlers({
  POST: ({ req }) =>
    answerHook(
      req,
      env().SEND_EMAIL_HOOK_SECRET,
      SendEmail,
      async (payload) => {
        const mails = await authMails(payload);
        if (mails === null) throw new HookRefusal(501, "unknown_email_action");
        const deliveries = await Promise.all(
          mails.map((mail) => sendMail({ ...mail, timeLimit: 2_800 })),
        );
        if (deliveries.some(({ outcome }) => outcome === "retry")) {
          throw new HookRefusal(502, "email_failed");
        }
        if (deliveries.some(({ outcome }) => outcome === "refused")) {
          throw new HookRefusal(422, "email_refused");
        }
      },
    ),
});
