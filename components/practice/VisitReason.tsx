import type { ReasonAnswer } from "@/domain/reasons.ts";
import { t, type Text } from "@/i18n/mod.ts";

interface VisitReasonProps {
  appointment: {
    visit_reason: string;
    symptoms: string;
    answers: readonly ReasonAnswer[];
  };
  texts: {
    symptoms: string;
    noSymptoms: string;
    visitReason: Text<"reason">;
    yes: string;
    no: string;
  };
  /** Of its heading. */
  level?: 2 | 3;
}

/** Why a patient comes, for the doctor: the reason, what they wrote, and their answers. */
export function VisitReason(
  { appointment, texts, level = 3 }: VisitReasonProps,
) {
  const Heading = `h${level}` as const;
  const { visit_reason: reason, symptoms, answers } = appointment;
  return (
    <section class="file-part">
      <Heading dir="auto">
        {reason ? t(texts.visitReason, { reason }) : texts.symptoms}
      </Heading>
      <p class={symptoms ? "file-quote keep-lines" : "soft"} dir="auto">
        {symptoms || texts.noSymptoms}
      </p>
      <Answers answers={answers} texts={texts} />
    </section>
  );
}

/** The doctor's questions, each with the answer; nothing without any. */
export function Answers(
  { answers, texts }: {
    answers: readonly ReasonAnswer[];
    texts: Pick<VisitReasonProps["texts"], "yes" | "no">;
  },
) {
  if (answers.length === 0) return null;
  return (
    <dl class="answers">
      {answers.map(({ kind, question, answer }) => (
        <div key={question}>
          <dt dir="auto">{question}</dt>
          <dd class="keep-lines" dir="auto">
            {kind === "text" ? answer : answer === "yes" ? texts.yes : texts.no}
          </dd>
        </div>
      ))}
    </dl>
  );
}
