import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Choices } from "@/components/ui/Choices.tsx";
import type { ReasonQuestion } from "@/domain/reasons.ts";
import { QuestionFields } from "./QuestionFields.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { fullName } from "@/domain/names.ts";
import type { Dependant } from "@/domain/records.ts";
import { type Language, languageNames, t } from "@/i18n/mod.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";

interface SymptomsFormProps {
  /** Of the appointment to be: the form sent twice books once. */
  id: string;
  symptoms: string;
  /** Those of the doctor; with one there is nothing to choose. */
  languages: readonly Language[];
  /** The chosen one; null when there is nothing to choose. */
  spoken: Language | null;
  /** What the doctor asks; while that cannot be read, answers are sent on unseen. */
  questions: readonly ReasonQuestion[] | null;
  /** By the names of the fields. */
  answers: Readonly<Record<string, string>>;
  /** Who books, when they may book for somebody else. */
  me?: string;
  /** Whom they may book for besides themselves; null while that cannot be read: the choice is sent on unseen. */
  dependants: readonly Dependant[] | null;
  /** Id of the dependant whom it is for; empty for the own record. */
  patient: string;
  /** Names of the fields whose text is too long. */
  tooLong: readonly string[];
  backHref: string;
  optional: string;
  texts: BookingTexts;
}

/** Second step: what the doctor should know, and the booking. */
export function SymptomsForm(props: SymptomsFormProps) {
  const {
    id,
    symptoms,
    languages,
    spoken,
    questions,
    answers,
    dependants,
    patient,
    tooLong,
    backHref,
    optional,
    texts,
  } = props;
  return (
    <form method="post" class="form form-wide">
      <input type="hidden" name="id" value={id} />
      {dependants === null
        ? <input type="hidden" name="patient" value={patient} />
        : dependants.length > 0 && (
          <Choices
            name="patient"
            legend={texts.forWhom}
            layout="two"
            // Somebody whom they no longer act for is not chosen unseen.
            value={dependants.some(({ id }) => id === patient) ? patient : ""}
            options={[
              {
                value: "",
                label: t(texts.forMyself, { name: props.me ?? "" }),
              },
              ...dependants.map((one) => ({
                value: one.id,
                label: fullName(one),
              })),
            ]}
          />
        )}
      <Textarea
        name="symptoms"
        label={texts.symptoms}
        hint={texts.symptomsHint}
        optional={optional}
        value={symptoms}
        error={tooLong.includes("symptoms") ? texts.symptomsTooLong : undefined}
        rows={6}
      />
      {questions
        ? (
          <QuestionFields
            questions={questions}
            answers={answers}
            tooLong={tooLong}
            optional={optional}
            texts={texts}
          />
        )
        : Object.entries(answers).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {languages.length > 1 && spoken && (
        <Choices
          name="language"
          legend={texts.consultationLanguage}
          layout="row"
          value={spoken}
          options={languages.map((language) => ({
            value: language,
            label: languageNames[language],
          }))}
        />
      )}
      {languages.length === 1 && spoken && (
        <input type="hidden" name="language" value={spoken} />
      )}
      <div class="form-actions">
        <Button>{texts.book}</Button>
        <ButtonLink kind="quiet" href={backHref}>{texts.otherSlot}</ButtonLink>
      </div>
    </form>
  );
}
