import type { FormError } from "@/components/ui/ErrorSummary.tsx";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";

/** A text of the account area that says what is wrong and what to do. */
type Problem = keyof AccountTexts;

/** State of a form: what was typed and the errors. */
export interface FormState {
  typed: Readonly<Record<string, string>>;
  /** By the field's name. */
  problems: Readonly<Record<string, Problem | undefined>>;
  /** What concerns the whole form. */
  failure?: Problem;
}

/** A form as it is shown first. */
export const emptyForm: FormState = { typed: {}, problems: {} };

/** A form as its POST left it, for the page that is shown afterwards; texts that are none of ours are dropped. */
export function restoredForm(
  { typed, problems = {}, failure }: {
    typed: Readonly<Record<string, string>>;
    problems?: Readonly<Record<string, string>>;
    failure?: string;
  },
  texts: AccountTexts,
): FormState {
  const isProblem = (key: string): key is Problem => Object.hasOwn(texts, key);
  return {
    typed,
    problems: Object.fromEntries(
      Object.entries(problems).flatMap(([name, key]) =>
        isProblem(key) ? [[name, key]] : []
      ),
    ),
    failure: failure !== undefined && isProblem(failure) ? failure : undefined,
  };
}

/** Whether anything is wrong with a form. */
export function isRefused({ problems, failure }: FormState): boolean {
  return failure !== undefined || Object.values(problems).some(Boolean);
}

/** The page of a form that asks for a link by e-mail: the form, or to which address the link went. */
export function linkPageOf(
  outcome: Parameters<typeof restoredForm>[0] & { sent?: boolean } | null,
  title: string,
  { account, frame }: { account: AccountTexts; frame: FrameTexts },
) {
  if (outcome?.sent) {
    const { email } = outcome.typed;
    const data = { form: emptyForm, email };
    return { data, title: account.linkSentTitle, status: 200 };
  }
  const form = outcome ? restoredForm(outcome, account) : emptyForm;
  const refused = isRefused(form);
  return {
    data: { form, email: undefined },
    title: (refused ? frame.errorPrefix : "") + title,
    status: refused ? 422 : 200,
  };
}

/** The entries of the summary above a form, in the order of its fields. */
export function summary(
  { problems, failure }: FormState,
  texts: AccountTexts,
): FormError[] {
  const fields = Object.entries(problems).flatMap(([name, problem]) =>
    problem ? [{ id: `field-${name}`, message: texts[problem] }] : []
  );
  return failure ? [{ message: texts[failure] }, ...fields] : fields;
}

/** What a field shows of a form: value and error. */
export function fieldState(
  { typed, problems }: FormState,
  name: string,
  texts: AccountTexts,
) {
  const problem = problems[name];
  return { name, value: typed[name], error: problem && texts[problem] };
}
