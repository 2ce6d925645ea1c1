import { answerField, reasonBounds } from "@/domain/reasons.ts";
import { lengthOf } from "@/domain/text.ts";

const PREFIX = answerField("");

/** The answers to a doctor's questions among the fields of a form, by the names of the fields. */
export function answersOf(
  fields: Iterable<readonly [string, FormDataEntryValue]>,
): Record<string, string> {
  return Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name, String(value).trim()] as const] : []
    ),
  );
}

/** The same, by the ids of the questions. */
export function byQuestion(
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name.slice(PREFIX.length),
      answer,
    ]),
  );
}

/** The fields whose answer is too long, each with the problem's name. */
export function longAnswers(
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([, answer]) => lengthOf(answer) > reasonBounds.answer)
      .map(([name]) => [name, "answer"]),
  );
}
