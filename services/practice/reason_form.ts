import {
  type QuestionKind,
  type Reason,
  reasonBounds,
} from "@/domain/reasons.ts";
import { lengthOf } from "@/domain/text.ts";

/** What the form of a reason holds, right or wrong. */
export interface ReasonForm {
  /** Made with the form, so that a new one sent twice is added once. */
  id: string;
  name: string;
  /** As it was typed. */
  minutes: string;
  active: boolean;
  /** Always five; unused ones are empty. */
  questions: { kind: QuestionKind; question: string }[];
}

/** Fields of the form, as its elements are called. */
export type ReasonField = "name" | "minutes" | `question-${number}`;

/** The form of a reason as it stands; of a new one without. */
export function reasonForm(reason?: Reason): ReasonForm {
  return {
    id: reason?.id ?? crypto.randomUUID(),
    name: reason?.name ?? "",
    minutes: reason ? String(reason.minutes) : "",
    active: reason?.active ?? true,
    questions: fiveOf((place) => reason?.questions[place]),
  };
}

/** The form as it was sent, or kept until its sender had signed in again. */
export function readReasonForm(text: (name: string) => string): ReasonForm {
  return {
    id: text("id"),
    name: text("name"),
    minutes: text("minutes"),
    active: text("active") === "yes",
    questions: fiveOf((place) => ({
      kind: text(`kind-${place}`) === "yes_no" ? "yes_no" : "text",
      question: text(`question-${place}`),
    })),
  };
}

function fiveOf(
  question: (
    place: number,
  ) => { kind: QuestionKind; question: string } | undefined,
): ReasonForm["questions"] {
  return Array.from(
    { length: reasonBounds.questions },
    (_, place) => question(place) ?? { kind: "text", question: "" },
  );
}

/** The fields that are wrong. */
export function wrongFields(form: ReasonForm): ReasonField[] {
  const { minutes: bounds } = reasonBounds;
  const minutes = /^\d{1,2}$/.test(form.minutes) ? Number(form.minutes) : NaN;
  const named = form.name !== "" && lengthOf(form.name) <= reasonBounds.name;
  return [
    ...(named ? [] : ["name" as const]),
    ...(minutes >= bounds.min && minutes <= bounds.max
      ? []
      : ["minutes" as const]),
    ...form.questions.flatMap(({ question }, place) =>
      lengthOf(question) > reasonBounds.question
        ? [`question-${place}` as const]
        : []
    ),
  ];
}
