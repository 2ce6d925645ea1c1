import { Button } from "@/components/ui/Button.tsx";
import { Choices } from "@/components/ui/Choices.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import type { MovingTexts } from "@/i18n/fr/moving.ts";
import type { Language } from "@/i18n/mod.ts";

/** The texts of the form, for islands too. */
export type FeedbackTexts = Pick<
  MovingTexts,
  | "feedbackTitle"
  | "feedbackIntro"
  | "soundAndPicture"
  | "good"
  | "middling"
  | "bad"
  | "solved"
  | "again"
  | "yes"
  | "partly"
  | "perhaps"
  | "no"
  | "feedbackSend"
  | "feedbackMissing"
>;

interface FeedbackFormProps {
  /** Of the appointment. */
  id: string;
  /** What was answered when not all was: sent back with a word about it. */
  given?: Readonly<Record<string, string>>;
  /** What was ticked before the form was drawn anew, by question; follows what is ticked. */
  ticked?: Record<string, string>;
  language: Language;
  texts: FeedbackTexts;
}

/** Three questions after a consultation, in three presses. The doctor does not see the answers. */
export function FeedbackForm(
  { id, given, ticked, language, texts }: FeedbackFormProps,
) {
  const question = (
    name: string,
    legend: string,
    [yes, partly, no]: [string, string, string],
  ) => (
    <Choices
      name={name}
      legend={legend}
      layout="row"
      value={(given ?? ticked)?.[name]}
      options={[
        { value: "3", label: yes },
        { value: "2", label: partly },
        { value: "1", label: no },
      ]}
    />
  );
  return (
    <section
      class="section no-print"
      id="feedback"
      aria-labelledby="feedback-title"
    >
      <h2 id="feedback-title">{texts.feedbackTitle}</h2>
      <p class="soft">{texts.feedbackIntro}</p>
      {given && (
        <Notice kind="error" announce>
          <p>{texts.feedbackMissing}</p>
        </Notice>
      )}
      <form
        method="post"
        class="panel feedback"
        action={paths.feedback(language, id)}
        onChange={({ target }) => {
          if (ticked && target instanceof HTMLInputElement) {
            ticked[target.name] = target.value;
          }
        }}
      >
        {question("sound_and_picture", texts.soundAndPicture, [
          texts.good,
          texts.middling,
          texts.bad,
        ])}
        {question("solved", texts.solved, [texts.yes, texts.partly, texts.no])}
        {question("again", texts.again, [texts.yes, texts.perhaps, texts.no])}
        <div class="row">
          <Button kind="secondary">{texts.feedbackSend}</Button>
        </div>
      </form>
    </section>
  );
}

/** The form's texts out of the subject: an island gets no more. */
export function feedbackTexts(texts: MovingTexts): FeedbackTexts {
  const {
    feedbackTitle,
    feedbackIntro,
    soundAndPicture,
    good,
    middling,
    bad,
    solved,
    again,
    yes,
    partly,
    perhaps,
    no,
    feedbackSend,
    feedbackMissing,
  } = texts;
  return {
    ...{ feedbackTitle, feedbackIntro, soundAndPicture, good, middling, bad },
    ...{ solved, again, yes, partly, perhaps, no },
    ...{ feedbackSend, feedbackMissing },
  };
}
