/** Words of this place, which a guesser tries first; folded. */
const PLACE_WORDS = [
  "econsult",
  "motdepasse",
  "passwort",
  "kennwort",
  "passwuert",
  "palavrapasse",
  "azerty",
  "azertyuiop",
  "qwertz",
  "qwertzuiop",
  "bonjour",
  "bienvenue",
  "moien",
  "bomdia",
  "willkommen",
  "luxembourg",
  "luxemburg",
  "letzebuerg",
  "docteur",
  "doktor",
  "medecin",
  "sante",
];

/** Shorter words of a person are no help to a guesser, and are in other words. */
const SHORTEST_OWN = 3;

let common: Promise<ReadonlySet<string>> | undefined;

/** The passwords that people choose most, from a list of leaked ones; read at the first use. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  return common ??= import("@zxcvbn-ts/language-common").then((
    { dictionary: { passwords } },
  ) => new Set([...passwords.map(String), ...PLACE_WORDS]));
}

/**
 * Whether a password is one of those that are tried first: a common one, or nothing but the person's own words
 * (`own`: names, address, matricule, number), words of this place and one common word, whatever digits, signs and
 * capitals stand around them. Several common words in a row are a good password.
 */
export async function isGuessable(
  password: string,
  own: readonly string[],
): Promise<boolean> {
  const list = await commonPasswords();
  const folded = fold(password);
  if (isMonotonous(folded) || addsLittle(folded, own, list)) return true;
  if (isCommon(folded, list)) return true;
  // Capitals, digits and signs around a word, and signs in place of its letters.
  const [, before = "", word = "", after = ""] =
    /^([^a-z]*)(.*?)([^a-z]*)$/.exec(folded) ?? [];
  if (word === "" || ![before, after].every(isShort)) return false;
  return [word, unleet(word)].some((text) =>
    isCommon(text, list) || addsLittle(text, own, list)
  );
}

/** In the list, twice or more the same one of it or the same few characters, or two of it in a row. */
function isCommon(text: string, list: ReadonlySet<string>): boolean {
  const unit = repeatedUnit(text);
  if (list.has(text) || list.has(unit)) return true;
  if (unit !== text && unit.length <= 4) return true;
  return Array.from(text, (_, index) => index).slice(3, -2).some((index) =>
    list.has(text.slice(0, index)) && list.has(text.slice(index))
  );
}

/** Whether every run of digits in a text is one that a guesser tries: a year, a day, a sequence. */
function isShort(text: string): boolean {
  return (text.match(/\d+/g) ?? []).every((run) =>
    run.length <= 4 || isMonotonous(run)
  );
}

/** Whether a text is the person's words, at most one common word, and digits that add little. */
function addsLittle(
  text: string,
  own: readonly string[],
  list: ReadonlySet<string>,
): boolean {
  const known = [...own.flatMap(partsOf), ...PLACE_WORDS]
    .sort((one, other) => other.length - one.length);
  let rest = text;
  for (const word of known) {
    rest = rest.replaceAll(word, " ");
  }
  const words = new Set(rest.match(/[a-z]{2,}/g) ?? []);
  const others = rest.match(/[^ -~]+/g) ?? []; // scripts that no list knows
  return others.length === 0 && words.size <= 1 &&
    [...words].every((word) => list.has(word)) && isShort(rest);
}

/** The words and numbers of what is known of a person: `marie.muller@mail.lu` has three, a date of birth several. */
function partsOf(text: string): string[] {
  const words = fold(text).match(/[a-z]+|\d+|[^ -~]+/g) ?? [];
  return [fold(text), ...words].filter((word) => word.length >= SHORTEST_OWN)
    // A matricule begins with the date of birth.
    .flatMap((word) =>
      /^\d{13}$/.test(word)
        ? [word, word.slice(0, 8), word.slice(8), word.slice(0, 4)]
        : [word]
    );
}

/** Lower case without accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  "$": "s",
  "!": "i",
};

function unleet(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
}

/** `abcabcabc` is `abc`; a text that repeats nothing is itself. */
function repeatedUnit(text: string): string {
  return /^(.+?)[\s\p{P}\p{S}]*(?:\1[\s\p{P}\p{S}]*)+$/u.exec(text)?.[1] ??
    text;
}

/** Hardly more than one character or one run, as `aaaaaaaaaaaa`, `abcdefghijkl`, `112233445566`. */
function isMonotonous(text: string): boolean {
  const steps = [...text].filter((character, index, all) => {
    const before = all[index - 1]?.codePointAt(0) ?? 0;
    return Math.abs((character.codePointAt(0) ?? 0) - before) > 1;
  });
  return new Set(text).size <= 2 ||
    steps.length <= Math.min(3, text.length / 4);
}
