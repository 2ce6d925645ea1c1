import { Choices } from "@/components/ui/Choices.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { answerField, type ReasonQuestion } from "@/domain/reasons.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";

interface QuestionFieldsProps {
  questions: readonly ReasonQuestion[];
  /** By the names of the fields, as they were sent. */
  answers: Readonly<Record<string, string>>;
  /** Names of the fields that are too long. */
  tooLong: readonly string[];
  optional: string;
  texts: BookingTexts;
}

/** What the doctor asks whoever comes for the chosen reason. None has to be answered. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { questions, answers, tooLong, optional, texts } = props;
  return (
    <>
      {questions.map(({ id, kind, question }) => {
        const name = answerField(id);
        return kind === "yes_no"
          ? (
            <Choices
              key={id}
              name={name}
              legend={question}
              optional={optional}
              layout="row"
              value={answers[name]}
              options={[
                { value: "yes", label: texts.yes },
                { value: "no", label: texts.no },
              ]}
            />
          )
          : (
            <Textarea
              key={id}
              name={name}
              label={question}
              optional={optional}
              value={answers[name]}
              error={tooLong.includes(name) ? texts.answerTooLong : undefined}
              rows={2}
            />
          );
      })}
    </>
  );
}
