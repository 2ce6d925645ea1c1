import { parseMatricule } from "@/domain/matricule.ts";
import { readDigits } from "@/domain/digits.ts";
import { normalPassword } from "@/domain/password.ts";
import type { Language } from "@/i18n/mod.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { Problem } from "@/services/http/problem.ts";
import type { Auth } from "@/services/auth/session.ts";
import { signIn } from "@/services/auth/sign_in.ts";
import { type BeginProblem, beginSignUp } from "./sign_up.ts";
import {
  type FieldProblem,
  matriculeProblems,
  readLine,
  readSignUpForm,
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
  { auth, clientIp }: { auth: Auth; clientIp: string },
): Promise<Refused | null> {
  const identifier = readLine(form, "identifier");
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
    switch (await signIn(auth, { identifier, password, clientIp })) {
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
  if (readDigits(text) === null) return "emailWrong";
  const { error } = parseMatricule(text);
  return error && matriculeProblems[error];
}

/** What to say at the number, or of the whole form, when no code went out. */
const beginProblems = {
  too_many: { status: 429, failure: "tooManySignUps" },
  ceiling: { status: 429, failure: "smsCeiling" },
  sms_failed: { status: 503, failure: "smsFailed" },
  later: { status: 503, failure: "smsFailed" },
  ours: { status: 503, failure: "smsFailed" },
  number: { status: 422, phone: "phoneWrong" },
  stopped: { status: 422, phone: "smsStopped" },
  region: { status: 422, phone: "smsRegion" },
  blocked: { status: 422, phone: "smsBlocked" },
  mailbox: { status: 503, failure: "smsFailed" },
  suppressed: { status: 503, failure: "smsFailed" },
} as const satisfies Record<
  BeginProblem,
  { status: Refused["status"]; failure?: FieldProblem; phone?: FieldProblem }
>;

/** Reads the sign-up form and sends its code; `id` names the sign-up from then on. */
export async function takeSignUp(
  form: FormData,
  context: { language: Language; next: string | null; clientIp: string },
): Promise<Refused | { id: string }> {
  const { typed, good, problems } = readSignUpForm(form);
  if (good === undefined) return { status: 422, typed, problems };
  const formId = form.get("id");
  try {
    const begun = await beginSignUp(good, {
      formId: isUuid(formId) ? formId : crypto.randomUUID(),
      ...context,
    });
    if (begun.failed === undefined) return { id: begun.id };
    const { status, failure, phone } = {
      failure: undefined,
      phone: undefined,
      ...beginProblems[begun.failed],
    };
    return { status, typed, failure, problems: phone ? { phone } : {} };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 503, typed, failure: "unavailable", problems: {} };
  }
}
