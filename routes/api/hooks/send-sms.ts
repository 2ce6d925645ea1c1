import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { mayText } from "@/services/auth/limits.ts";
import { answerHook, HookRefusal } from "@/services/auth/hook.ts";
import { accountOf, AuthUser } from "@/services/auth/user.ts";
import {
  clearSmsRefusal,
  noteSmsRefusal,
} from "@/services/notifications/sms_refusals.ts";
import { sendSms } from "@/services/notifications/sms.ts";

const SendSms = v.object({
  user: AuthUser,
  sms: v.object({
    otp: v.string(),
    /** Without the plus; missing in older versions of Auth, where it is the user's. */
    phone: v.optional(v.string()),
  }),
});

/**
 * Supabase Auth's Send SMS hook: every sign-in code goes out here, in the person's language. Auth would send to any
 * number that somebody with a password adds: only the confirmed one gets a code.
 */
export const handler = define.handlers({
  POST: ({ req }) =>
    answerHook(req, env().SEND_SMS_HOOK_SECRET, SendSms, async (payload) => {
      const { user, sms } = payload;
      const to = `+${(sms.phone ?? user.phone).replace(/^\+/, "")}`;
      const { known, language, phone } = await accountOf(user);
      if (!known) throw new HookRefusal(502, "number_not_checked");
      if (phone !== null && phone !== to) {
        throw new HookRefusal(422, "not_the_confirmed_number");
      }
      if (!await mayText(user.id)) throw new HookRefusal(429, "too_many_codes");
      const delivery = await sendSms({
        to,
        text: t(texts(language).account.codeSms, { code: sms.otp }),
        timeLimit: 2_800,
      });
      if (delivery.outcome === "sent") return await clearSmsRefusal(user.id);
      if (delivery.outcome === "refused") {
        await noteSmsRefusal(user.id, to, delivery);
        throw new HookRefusal(422, "sms_refused");
      }
      throw new HookRefusal(502, "sms_failed");
    }),
});
