/** A credit transfer as banking apps read it. */
export interface CreditTransfer {
  readonly name: string;
  readonly iban: string;
  readonly cents: number;
  /** What the bank's confirmation quotes: the number of the fee note. */
  readonly text: string;
}

/**
 * The text of a SEPA QR code ("GiroCode"): EPC069-12 v2.1, version 002, UTF-8.
 *
 * @throws RangeError for an amount of nothing or above 999,999,999.99 euros
 */
export function epcText({ name, iban, cents, text }: CreditTransfer): string {
  if (!Number.isInteger(cents) || cents < 1 || cents > 99_999_999_999) {
    throw new RangeError("no amount that a transfer can have");
  }
  const amount = `${Math.trunc(cents / 100)}.${
    String(cents % 100).padStart(2, "0")
  }`;
  return [
    ...["BCD", "002", "1", "SCT", ""],
    line(name, 70),
    iban.replaceAll(" ", ""),
    `EUR${amount}`,
    ...["", ""],
    line(text, 140),
  ].join("\n");
}

function line(text: string, longest: number): string {
  const flat = text.normalize("NFC").replace(/\s+/g, " ");
  return [...flat].slice(0, longest).join("");
}
