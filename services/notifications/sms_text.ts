/** Typography that GSM-7 lacks and whose plain form spells the same word. */
const plain: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  "\u202f": " ",
};

/**
 * The text as an SMS carries it, always spelt right: only typography becomes plain. What then fits GSM-7 leaves
 * in it (160 characters, 153 in each of several parts); one other letter, the "ç" of "français", makes Twilio send
 * all of it in UCS-2 (70, then 67). More parts cost less than a misspelt word or name.
 */
export function smsText(text: string): string {
  return [...text.normalize("NFC")]
    .map((character) => plain[character] ?? character).join("");
}
