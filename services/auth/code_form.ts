import { readDigits } from "@/domain/digits.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import type { FieldProblem } from "@/services/accounts/sign_up_form.ts";
import type { Sending } from "@/services/accounts/number_code.ts";

/** How long to wait before another code may be sent, in seconds. Mirrored in SQL: public.renew_sign_up_code, config.toml. */
const PAUSE = 30;

/** The six digits of a typed or pasted code, `123 456` too; null when there are not six. */
export function readCode(form: FormData): string | null {
  const entry = form.get("code");
  const digits = typeof entry === "string" ? readDigits(entry) : null;
  return digits?.length === 6 ? digits : null;
}

/** How many seconds are left until another code may be asked for, given when the last one left (ISO instant). */
export function secondsToWait(sentAt: string | null, now = Date.now()): number {
  if (sentAt === null) return 0;
  const passed = (now - Date.parse(sentAt)) / 1000;
  return Math.min(PAUSE, Math.max(0, Math.ceil(PAUSE - passed)));
}

/** What the button for another code shows, given when the last one left (ISO instant). */
export function resendProps(
  sentAt: string | null,
  { resend, resendIn, resendNow }: AccountTexts,
) {
  return {
    wait: secondsToWait(sentAt),
    texts: { resend, resendIn, resendNow },
  };
}

/** That a code is wrong, and how many tries are left. */
export function wrongCode(
  left: number,
  language: Language,
  texts: AccountTexts,
): string {
  return t(
    plural(language, left, {
      one: texts.codeWrongOne,
      other: texts.codeWrongOther,
    }),
    { n: left },
  );
}

/** Why no code was sent, as `?problem=` and the page say it. */
const sendingProblems = {
  too_many: "tooManyAttempts",
  too_soon: "codeTooSoon",
  sms_failed: "codeSmsFailed",
  refused: "smsNumberRefused",
} as const satisfies Record<Exclude<Sending, "sent">, FieldProblem>;

/** Why a code was not taken; after `wrong` the page says how many tries are left. */
const codeProblems = {
  ...sendingProblems,
  format: "codeFormat",
  expired: "codeExpired",
  moved: "codeMoved",
  unavailable: "unavailable",
} as const satisfies Record<string, FieldProblem>;

/** What a page says of the last try, as its query names it; undefined when all is well. */
export function codeProblem(
  name: string | null,
  triesLeft: number,
  language: Language,
  texts: AccountTexts,
): string | undefined {
  if (name === "wrong") return wrongCode(triesLeft, language, texts);
  const [, key] =
    Object.entries(codeProblems).find(([known]) => known === name) ?? [];
  return key && texts[key];
}
