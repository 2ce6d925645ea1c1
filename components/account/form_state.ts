import type { FormError } from "@/components/ErrorSummary.tsx";
import type { AccountTexts } from "@/i18n/fr/account.ts";

/** A text of the account area that says what is wrong and what to do. */
export type Problem = keyof AccountTexts;

/** A form that is shown, perhaps again: what was typed and what is wrong with it. */
export interface FormState {
  typed: Readonly<Record<string, string>>;
  /** By the field's name. */
  problems: Readonly<Record<string, Problem | undefined>>;
  /** What concerns the whole form. */
  failure?: Problem;
}

/** A form as it is shown first. */
export const emptyForm: FormState = { typed: {}, problems: {} };

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
