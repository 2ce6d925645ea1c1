import type { PasswordError, PasswordRange } from "@/domain/password.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { t } from "@/i18n/mod.ts";

/** Why a password was not taken; `same` as before, `known` as easy to guess. */
export type PasswordProblem = PasswordError | "same" | "known" | "too_many";

const problems: readonly PasswordProblem[] = [
  "missing",
  "short",
  "long",
  "differ",
  "same",
  "known",
  "too_many",
];

/** The problem that a page's query names, if it does. */
export function readPasswordProblem(
  name: string | null,
): PasswordProblem | undefined {
  return problems.find((problem) => problem === name);
}

/** What to say at the two fields about a password that was not taken. */
export function passwordProblems(
  problem: PasswordProblem | undefined,
  range: PasswordRange,
  texts: AccountTexts,
): { password?: string; repeated?: string } {
  switch (problem) {
    case undefined:
      return {};
    case "missing":
      return { password: texts.newPasswordMissing };
    case "short":
      return { password: t(texts.passwordShort, { min: range.min }) };
    case "long":
      return { password: t(texts.passwordLong, { max: range.max }) };
    case "differ":
      return { repeated: texts.passwordsDiffer };
    case "same":
      return { password: texts.passwordSame };
    case "known":
      return { password: texts.passwordKnown };
    case "too_many":
      return { password: texts.tooManyAttempts };
  }
}

/** What the island with the two fields shows. */
export function passwordFieldTexts(
  texts: AccountTexts,
  frame: { showPassword: string; showPasswordLabel: string },
  range: PasswordRange,
) {
  return {
    newPassword: texts.newPassword,
    repeatPassword: texts.repeatPassword,
    range: t(texts.passwordRange, { min: range.min, max: range.max }),
    show: frame.showPassword,
    showLabel: frame.showPasswordLabel,
    strength: texts.strength,
    strengths: [
      texts.strengthWeak,
      texts.strengthFair,
      texts.strengthGood,
      texts.strengthStrong,
    ] as const,
  };
}
