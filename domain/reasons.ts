/** Reasons for a visit, as each doctor offers them. */

/** How a question is answered. Mirrored in SQL: public.question_kind. */
export const questionKinds = ["text", "yes_no"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What a doctor asks whoever books for a reason. Mirrored in SQL: public.reason_questions. */
export interface ReasonQuestion {
  id: string;
  kind: QuestionKind;
  question: string;
}

/** Mirrored in SQL: private.reasons_of. */
export interface Reason {
  id: string;
  /** In the doctor's words. */
  name: string;
  /** How long the appointment lasts. */
  minutes: number;
  /** Whether patients can choose it. */
  active: boolean;
  questions: ReasonQuestion[];
}

/** A question with what the patient answered; `yes` or `no` to one of that kind. Mirrored in SQL: private.answers_of. */
export interface ReasonAnswer {
  kind: QuestionKind;
  question: string;
  answer: string;
}

/** Bounds of a reason; lengths in characters. Mirrored in SQL: constraints of public.reasons and its tables. */
export const reasonBounds = {
  name: 80,
  minutes: { min: 5, max: 60 },
  questions: 5,
  question: 200,
  answer: 500,
} as const;

/** The field of a form that holds the answer to a question. */
export function answerField(question: string): string {
  return `answer-${question}`;
}

/** The chosen reason of a doctor's calendar; null for another one than those of the list. */
export function chosenReason(
  { reasons, reason_id }: { reasons: Reason[]; reason_id: string | null },
): Reason | null {
  return reasons.find(({ id }) => id === reason_id) ?? null;
}
