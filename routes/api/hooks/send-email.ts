import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { answerHook, HookRefusal } from "@/services/auth/hook.ts";
import { mayMail } from "@/services/auth/limits.ts";
import { AuthUser } from "@/services/auth/user.ts";
import { authMails, noteAuthMail } from "@/services/auth/emails.ts";
import { sendMail } from "@/services/notifications/mail.ts";

const SendEmail = v.object({
  user: AuthUser,
  email_data: v.object({
    email_action_type: v.string(),
    token_hash: v.optional(v.string(), ""),
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
        if (!await mayMail(payload.user.id)) {
          throw new HookRefusal(429, "too_many_emails");
        }
        const mails = await authMails(payload);
        if (mails === null) throw new HookRefusal(501, "unknown_email_action");
        const deliveries = await Promise.all(
          mails.map(async (mail) => {
            const notificationId = crypto.randomUUID();
            const delivery = await sendMail({
              ...mail,
              notificationId,
              timeLimit: 2_800,
            });
            await noteAuthMail(notificationId, payload, delivery);
            return delivery;
          }),
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
