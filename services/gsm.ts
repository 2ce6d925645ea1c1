/** The characters of GSM 03.38 that cost one septet; the last line's cost two (3GPP TS 23.038, 6.2.1). */
const alphabet = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡" +
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà" +
    "^{}\\[~]|€",
);

/** What typography has and SMS has not. */
const plain: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  "\u202f": " ",
  "ç": "c",
  "œ": "oe",
  "Œ": "OE",
  "Ł": "L",
  "ł": "l",
  "Đ": "D",
  "đ": "d",
  "ı": "i",
};

/**
 * The text in the alphabet of SMS: letters that it lacks lose their accent ("Inês" is "Ines"). One other
 * character would make the whole SMS twice as long and as expensive. What has no likeness becomes "?".
 */
export function toGsm(text: string): string {
  return [...text.normalize("NFC")].map((character) => {
    if (alphabet.has(character)) return character;
    const likeness = plain[character] ??
      character.normalize("NFD").replace(/\p{M}/gu, "");
    return [...likeness].every((one) => alphabet.has(one)) ? likeness : "?";
  }).join("");
}
