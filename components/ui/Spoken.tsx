import { type Language, t, type Text } from "@/i18n/mod.ts";
import { type SpokenForm, spokenForms } from "@/i18n/spoken.ts";

interface SpokenMoment {
  form: SpokenForm;
  /** ISO instants; `now` is what "tomorrow" is seen from. */
  at: string;
  now: string;
  /** IANA name. */
  zone: string;
  language: Language;
  /** The sentence around it: `Au lieu de : {when}`. */
  says?: Text<"when">;
}

/** A moment as people say it, `demain à 17:00`. On an open page the island `DayWords` says it anew when the day changes. */
export function Spoken(
  { class: name, ...moment }: SpokenMoment & { class?: string },
) {
  return <span class={name} {...marked(moment)}>{wordsOf(moment)}</span>;
}

/** The same as the name of something that shows less, or something else. */
export function spokenLabel(moment: SpokenMoment) {
  return {
    "aria-label": wordsOf(moment),
    "data-spoken-label": "",
    ...marked(moment),
  };
}

function wordsOf({ form, at, zone, language, now, says }: SpokenMoment) {
  const when = spokenForms[form](at, language, zone, now);
  return says === undefined ? when : t(says, { when });
}

/** Read by `browser/day_words.ts`. */
function marked({ form, at, zone, says }: SpokenMoment) {
  return {
    "data-spoken": form,
    "data-spoken-at": at,
    "data-spoken-zone": zone,
    "data-spoken-says": says,
  };
}
