import { assertEquals } from "@std/assert";
import { languageNames, languages } from "./mod.ts";
import { texts } from "./texts.ts";

/** Texts that read the same as in French and are right so: `subject.key` by language. */
const sameAsFrench: Readonly<Record<string, readonly string[]>> = {
  "consultation.chatTitle": ["de", "en", "lb", "pt"],
  "consultation.wordChat": ["de", "en", "lb", "pt"],
  "consultation.microphone": ["en"],
  "booking.calendarTitle": ["pt"],
  "practice.questions": ["en"],
  "practice.questionLabel": ["en"],
  "practice.questionsCount_one": ["en"],
  "practice.questionsCount_other": ["en"],
  "account.matricule": ["en"],
  "consultation.matricule": ["en"],
  "consultation.wordPatient": ["en", "lb"],
  "consultation.comingCall": ["en"],
  "consultation.comingMessages": ["en"],
  "account.stepActivation": ["en"],
  "legal.cookiesTitle": ["de", "en", "pt"],
  "frame.helpdeskEmail": ["en", "pt"],
  "frame.menu": ["en", "pt"],
  "frame.mainMenu": ["pt"],
  "frame.messages": ["en"],
  "frame.documents": ["en"],
  "frame.agenda": ["lb", "pt"],
  "workspace.pause": ["de"],
  "workspace.minutes": ["en", "pt"],
  "workspace.patientTab": ["en", "lb"],
  "workspace.messagesTab": ["en"],
  "workspace.matricule": ["lb"],
  "workspace.waitingCount_one": ["en"],
  "workspace.waitingCount_other": ["en"],
  "practice.patients": ["en"],
  "practice.away": ["lb"],
  "practice.fileThread": ["en"],
  "practice.address": ["de"],
  "notifications.date": ["en"],
  "notifications.what": ["lb"],
  "guest.patient": ["en", "lb"],
  "documents.recipientCns": ["de", "en", "lb", "pt"],
  "paper.patient": ["de", "en", "lb"],
  "paper.prescription": ["lb"],
  "paper.urgent": ["en"],
  "paper.code": ["de", "en", "lb"],
  "paper.analysis": ["de"],
  "documents.sickLeaveProlongation": ["en"],
  "paper.date": ["en"],
  "paper.coefficient": ["de", "lb"],
  "paper.total": ["en", "lb", "pt"],
  "documents.prescription": ["lb"],
  "documents.doctorTitle": ["en"],
  "documents.analyses": ["en"],
  "documents.urgent": ["en"],
  "documents.verifyKind": ["en"],
  "workspace.documents": ["en"],
  "consultation.comingDocuments": ["en"],
};

/** A number before a word that would have to agree with it. */
const numbered =
  /\{(?:count|n|minutes|hours|days|seconds|min|max|left|total)\}[\s\u00a0\u202f]+\p{L}{2}/u;

/** How the keys of counted texts end. */
const countForm = /(?:_one|_other|One|Other)$/;

const twins: Readonly<Record<string, string>> = {
  _one: "_other",
  _other: "_one",
  One: "Other",
  Other: "One",
};

/** The password's bounds (`PASSWORD_RANGE` and its kind), which are never one. */
const neverOne = new Set([
  "account.passwordRange",
  "account.passwordShort",
  "account.passwordLong",
]);

/** What follows the number is the same for one and for many: `min` as a unit, a preposition. */
const invariable = new Set([
  "workspace.minutes",
  "consultation.ofMinutes",
  "practice.problemNumber",
]);

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

  Deno.test(`${languageNames[language]} has a form for one wherever a number stands before a word`, () => {
    const unformed = [...flat(language)]
      .filter(([, text]) => numbered.test(text))
      .map(([key]) => key)
      .filter((key) =>
        !countForm.test(key) && !neverOne.has(key) && !invariable.has(key)
      );
    assertEquals(unformed, []);
  });

  Deno.test(`${languageNames[language]} has both forms of each counted text, which stand for one and for many`, () => {
    const own = flat(language);
    for (const [key, text] of own) {
      const [form] = countForm.exec(key) ?? [];
      if (form === undefined) continue;
      const twin = own.get(key.slice(0, -form.length) + twins[form]);
      assertEquals(placeholders(twin ?? ""), placeholders(text), key);
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

Deno.test("French has a narrow no-break space before : ; ! ? and inside « »", () => {
  const narrow = "\u202f";
  for (const [key, text] of french) {
    // Neither the colon of an address nor that of a time of day ends a word.
    const words = text.replaceAll(/https?:\S+|\d\d:\d\d/g, "");
    for (const { 0: mark, index } of words.matchAll(/[:;!?»]/g)) {
      assertEquals(words[index - 1], narrow, `${key}, before ${mark}`);
    }
    for (const { index } of words.matchAll(/«/g)) {
      assertEquals(words[index + 1], narrow, `${key}, after «`);
    }
  }
});
