import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { type QuestionKind, reasonBounds } from "@/domain/reasons.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { t } from "@/i18n/mod.ts";

interface ReasonFieldsProps {
  /** As it was typed. */
  values: {
    id: string;
    name: string;
    minutes: string;
    active: boolean;
    questions: readonly { kind: QuestionKind; question: string }[];
  };
  /** Names of the wrong fields. */
  wrong: readonly string[];
  optional: string;
  texts: PracticeTexts;
}

/** What to do about a wrong field of a reason. */
export function reasonProblem(field: string, texts: PracticeTexts): string {
  if (field === "name") return texts.problemName;
  if (field === "minutes") return t(texts.problemNumber, reasonBounds.minutes);
  return texts.problemQuestion;
}

/** A reason: its name, how long it takes, whether it is offered, and up to five questions. */
export function ReasonFields(props: ReasonFieldsProps) {
  const { values, wrong, optional, texts } = props;
  const error = (field: string) =>
    wrong.includes(field) ? reasonProblem(field, texts) : undefined;
  return (
    <>
      <input type="hidden" name="id" value={values.id} />
      <Field
        name="name"
        label={texts.reasonName}
        hint={texts.reasonNameHint}
        value={values.name}
        error={error("name")}
      />
      <Field
        name="minutes"
        type="number"
        inputmode="numeric"
        width={6}
        label={texts.reasonMinutes}
        value={values.minutes}
        error={error("minutes")}
      />
      <Checkbox
        name="active"
        label={texts.reasonActive}
        checked={values.active}
      />
      <fieldset class="stack stack-s">
        <legend>{texts.questions}</legend>
        <p class="soft">{texts.questionsHint}</p>
        {values.questions.map(({ kind, question }, place) => (
          <div class="question-fields" key={place}>
            <Field
              name={`question-${place}`}
              label={t(texts.questionLabel, { number: place + 1 })}
              optional={optional}
              value={question}
              error={error(`question-${place}`)}
            />
            <Select
              name={`kind-${place}`}
              label={t(texts.questionKind, { number: place + 1 })}
              value={kind}
              options={[
                { value: "text", label: texts.kindText },
                { value: "yes_no", label: texts.kindYesNo },
              ]}
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}
