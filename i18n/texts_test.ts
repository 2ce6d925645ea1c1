import { assertEquals } from "@std/assert";
import { languageNames, languages } from "./mod.ts";
import { texts } from "./texts.ts";

/** Texts that read the same as in French and are right so: `subject.key` by language. */
const sameAsFrench: Readonly<Record<string, readonly string[]>> = {
  "consultation.chatTitle": ["de", "en", "lb", "pt"],
  "consultation.wordChat": ["de", "en", "lb", "pt"],
  "consultation.microphone": ["en"],
  "booking.calendarTitle": ["pt"],
  "booking.date": ["en"],
  "booking.what": ["lb"],
  "account.matricule": ["en"],
  "account.stepActivation": ["en"],
  "legal.cookiesTitle": ["de", "en", "pt"],
  "frame.helpdeskEmail": ["en", "pt"],
  "frame.menu": ["en", "pt"],
  "frame.mainMenu": ["pt"],
  "frame.messages": ["en"],
  "frame.documents": ["en"],
  "frame.agenda": ["lb", "pt"],
  "notifications.date": ["en"],
  "notifications.what": ["lb"],
};

const french = flat("fr");

/** All texts of a language by `subject.key`. */
function flat(language: (typeof languages)[number]): Map<string, string> {
  const entries = Object.entries(texts(language)).flatMap((
    [subject, catalogue],
  ) =>
    Object.entries(catalogue).map(([key, text]) =>
      [`${subject}.${key}`, text] as const
    )
  );
  return new Map(entries);
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

for (const language of languages) {
  Deno.test(`${languageNames[language]} has exactly the French keys`, () => {
    assertEquals([...flat(language).keys()].sort(), [...french.keys()].sort());
  });

  Deno.test(`${languageNames[language]} has the French placeholders in each text`, () => {
    for (const [key, text] of flat(language)) {
      assertEquals(
        placeholders(text),
        placeholders(french.get(key) ?? ""),
        `${language} ${key}`,
      );
    }
  });

  Deno.test(`${languageNames[language]} has no empty text and no stray brace or space`, () => {
    for (const [key, text] of flat(language)) {
      const spaced = key.endsWith("Prefix") ? text.trimEnd() : text;
      assertEquals(
        spaced,
        spaced.trim(),
        `${language} ${key} begins or ends with a space`,
      );
      assertEquals(text === "", false, `${language} ${key} is empty`);
      assertEquals(
        text.replaceAll(/\{\w+\}/g, "").match(/[{}]/),
        null,
        `${language} ${key}`,
      );
    }
  });

  if (language === "fr") continue;
  Deno.test(`${languageNames[language]} holds no text left in French`, () => {
    const left = [...flat(language)]
      .filter(([key, text]) =>
        text === french.get(key) && /\p{L}{2}/u.test(text)
      )
      .filter(([key]) => !sameAsFrench[key]?.includes(language))
      .map(([key]) => key);
    assertEquals(left, []);
  });
}

Deno.test("the list of texts that are the same in French holds no stale entry", () => {
  const stale = Object.entries(sameAsFrench).flatMap(([key, same]) =>
    languages.filter((language) => same.includes(language))
      .filter((language) => flat(language).get(key) !== french.get(key))
      .map((language) => `${key} ${language}`)
  );
  assertEquals(stale, []);
});
