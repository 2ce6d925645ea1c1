import { parseMatricule } from "@/domain/matricule.ts";
import { normalPassword } from "@/domain/password.ts";
import type { Language } from "@/i18n/mod.ts";
import { Problem } from "../problem.ts";
import type { Auth } from "../session.ts";
import { signIn } from "./sign_in.ts";
import { beginSignUp } from "./sign_up.ts";
import {
  type FieldProblem,
  matriculeProblems,
  readSignUpForm,
  tidy,
} from "./sign_up_form.ts";

/** A form that could not be taken: shown again with this HTTP status, its answers and what is wrong. */
export interface Refused {
  status: 422 | 429 | 503;
  typed: Record<string, string>;
  problems: Record<string, FieldProblem | undefined>;
  failure?: FieldProblem;
}

/** Reads the sign-in form and signs in; null when the SMS code is next. */
export async function takeSignIn(
  form: FormData,
  { auth, address }: { auth: Auth; address: string },
): Promise<Refused | null> {
  const identifier = tidy(form.get("identifier"));
  const password = normalPassword(form.get("password"));
  const typed = { identifier };
  const problems = {
    identifier: identifierProblem(identifier),
    password: password === "" ? "passwordMissing" as const : undefined,
  };
  if (problems.identifier || problems.password) {
    return { status: 422, typed, problems };
  }
  const failed = (status: Refused["status"], failure: FieldProblem) => ({
    ...{ status, typed, failure, problems: {} },
  });
  try {
    switch (await signIn(auth, { identifier, password, address })) {
      case "refused":
        return failed(422, "wrongCredentials");
      case "deactivated":
        return failed(422, "deactivated");
      case "too_many":
        return failed(429, "tooManyAttempts");
      case "code":
        return null;
    }
  } catch (error) {
    if (error instanceof Problem) return failed(503, "unavailable");
    throw error;
  }
}

/** Nothing secret: whether what was typed can name an account at all. */
function identifierProblem(text: string): FieldProblem | undefined {
  if (text === "") return "identifierMissing";
  if (text.includes("@")) return text.length > 254 ? "tooLong" : undefined;
  if (!/^[\p{Nd}\s.\p{Pd}]+$/u.test(text)) return "emailWrong";
  const { error } = parseMatricule(text);
  return error && matriculeProblems[error];
}

/** Reads the sign-up form and sends its code; `id` names the sign-up from then on. */
export async function takeSignUp(
  form: FormData,
  { language, address }: { language: Language; address: string },
): Promise<Refused | { id: string }> {
  const { typed, good, problems } = readSignUpForm(form);
  if (good === undefined) return { status: 422, typed, problems };
  const failed = (status: Refused["status"], failure: FieldProblem) => ({
    ...{ status, typed, failure, problems: {} },
  });
  try {
    const begun = await beginSignUp(good, language, address);
    switch (begun.failed) {
      case "too_many":
        return failed(429, "tooManySignUps");
      case "sms_failed":
        return failed(503, "smsFailed");
      case "not_a_phone":
        return { status: 422, typed, problems: { phone: "phoneWrong" } };
      case undefined:
        return { id: begun.id };
    }
  } catch (error) {
    if (error instanceof Problem) return failed(503, "unavailable");
    throw error;
  }
}
