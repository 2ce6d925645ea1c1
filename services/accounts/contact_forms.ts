import { normalPassword } from "@/domain/password.ts";
import type { Language } from "@/i18n/mod.ts";
import { readSessionId } from "@/services/auth/client.ts";
import {
  checkOwnPassword,
  type PasswordCheck,
} from "@/services/auth/password_again.ts";
import type { Auth, Person } from "@/services/auth/session.ts";
import { Problem } from "@/services/http/problem.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { beginEmailChange, type EmailChangeProblem } from "./email_change.ts";
import { beginPhoneChange, type PhoneChangeProblem } from "./phone_change.ts";
import {
  type FieldProblem,
  type FormResult,
  readEmailForm,
  readPhoneForm,
} from "./sign_up_form.ts";

/** A change that was not begun: what was typed, without the password, and what is wrong. */
export interface RefusedChange {
  typed: Record<string, string>;
  problems: Record<string, FieldProblem>;
  failure?: FieldProblem;
}

/** Who asks for a change, and from where. */
interface Asker {
  person: Person;
  auth: Auth;
  language: Language;
  clientIp: string;
}

/** What to say, at a field or of the whole form. */
type Said = { problems: Record<string, FieldProblem> } | {
  failure: FieldProblem;
};

const said: Record<PhoneChangeProblem, Said> = {
  same: { problems: { phone: "phoneSame" } },
  too_many: { failure: "tooManyChanges" },
  ceiling: { failure: "smsCeiling" },
  sms_failed: { failure: "smsFailed" },
  later: { failure: "smsFailed" },
  ours: { failure: "smsFailed" },
  mailbox: { failure: "smsFailed" },
  suppressed: { failure: "smsFailed" },
  number: { problems: { phone: "phoneWrong" } },
  stopped: { problems: { phone: "smsStopped" } },
  region: { problems: { phone: "smsRegion" } },
  blocked: { problems: { phone: "smsBlocked" } },
};

const saidOfEmail: Record<EmailChangeProblem, Said> = {
  same: { problems: { email: "emailSame" } },
  too_many: { failure: "tooManyChanges" },
};

const saidOfPassword: Record<Exclude<PasswordCheck, "right">, Said> = {
  wrong: { problems: { password: "passwordWrong" } },
  too_many: { failure: "tooManyAttempts" },
};

/** Reads the form for another number and sends its code; null when it is on its way. */
export function takePhoneChange(
  form: FormData,
  asker: Asker,
): Promise<RefusedChange | null> {
  return takeChange(
    form,
    readPhoneForm(form),
    asker,
    async ({ phone }, ids) => {
      const problem = await beginPhoneChange(phone, { ...asker, ...ids });
      return problem && said[problem];
    },
  );
}

/** Reads the form for another address and has its link sent; null when that is done. */
export function takeEmailChange(
  form: FormData,
  asker: Asker,
): Promise<RefusedChange | null> {
  return takeChange(
    form,
    readEmailForm(form),
    asker,
    async ({ email }, ids) => {
      const problem = await beginEmailChange(email, { ...asker, ...ids });
      return problem && saidOfEmail[problem];
    },
  );
}

interface Ids {
  accountId: string;
  sessionId: string;
  formId: string;
}

async function takeChange<Field extends string, Good>(
  form: FormData,
  { typed, good, problems }: FormResult<Field, Good>,
  { person, auth, clientIp }: Asker,
  begin: (good: Good, ids: Ids) => Promise<Said | null>,
): Promise<RefusedChange | null> {
  const password = normalPassword(form.get("password"));
  const missing: Record<string, FieldProblem> = password === ""
    ? { password: "passwordMissing" }
    : {};
  if (good === undefined || password === "") {
    return { typed, problems: { ...problems, ...missing } };
  }
  const refused = (said: Said) => ({ typed, problems: {}, ...said });
  try {
    const check = await checkOwnPassword(person, password, clientIp);
    if (check !== "right") return refused(saidOfPassword[check]);
    const sessionId = await readSessionId(auth);
    if (sessionId === null) throw new Problem(401, "signed_out");
    const formId = form.get("id");
    const problem = await begin(good, {
      accountId: person.id,
      sessionId,
      formId: isUuid(formId) ? formId : crypto.randomUUID(),
    });
    return problem && refused(problem);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 503) throw error;
    return refused({ failure: "unavailable" });
  }
}
