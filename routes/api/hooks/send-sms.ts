import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { answerHook, HookRefusal } from "@/services/auth_hook.ts";
import { AuthUser, languageOf } from "@/services/auth_user.ts";
import { sendSms } from "@/services/sms.ts";

const SendSms = v.object({
  user: AuthUser,
  sms: v.object({
    otp: v.string(),
    /** Without the plus; missing in older versions of Auth, where it is the user's. */
    phone: v.optional(v.string()),
  }),
});

/** Supabase Auth's Send SMS hook: every sign-in code goes out here, in the person's language. */
export const handler = define.handlers({
  POST: ({ req }) =>
    answerHook(req, env().SEND_SMS_HOOK_SECRET, SendSms, async (payload) => {
      const { user, sms } = payload;
      const { account } = texts(await languageOf(user));
      const delivery = await sendSms({
        to: `+${(sms.phone ?? user.phone).replace(/^\+/, "")}`,
        text: t(account.codeSms, { code: sms.otp }),
        timeLimit: 2_800,
      });
      if (delivery.outcome === "refused") {
        throw new HookRefusal(422, "sms_refused");
      }
      if (delivery.outcome === "retry") {
        throw new HookRefusal(502, "sms_failed");
      }
    }),
});
