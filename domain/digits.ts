/**
 * The digits of a number as people type and paste it: in any script (`٣` is 3, `３` too), with white space, full stops,
 * slashes or hyphens between. Null when anything else is in it.
 *
 * @example readDigits("١٢٣-456") // "123456"
 */
export function readDigits(text: string): string | null {
  const digits = asciiDigits(text).replace(/[\s./\p{Pd}\p{DI}]/gu, "");
  return /^\d*$/.test(digits) ? digits : null;
}

/** The text with the digits of every script written as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(
    /\p{Nd}/gu,
    (digit) => String(digitValue(digit)),
  );
}

/** Unicode keeps the ten digits of a script in order, one after the other (Unicode Standard, 4.6). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}
