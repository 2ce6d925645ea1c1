/** The parts of a medicine that a doctor types, in the order of the form. Mirrored in SQL: private.prescription_problem. */
export const medicineParts = [
  "name",
  "strength",
  "form",
  "dose",
  "duration",
  "quantity",
] as const;

type MedicineParts = Record<typeof medicineParts[number], string>;

const separator = " · ";

/** A whole medicine as one line, which a list offers: `Paracétamol · 1 g · comprimé · …`; null when a part is missing. */
export function medicineText(
  line: Readonly<Record<string, unknown>>,
): string | null {
  const parts = medicineParts.map((part) => line[part]);
  const told = parts.filter((part): part is string =>
    typeof part === "string" && part.trim() !== ""
  );
  return told.length === parts.length ? told.join(separator) : null;
}

/** The parts of such a line; null for a text that is none, as a name alone. */
export function medicineOf(text: string): MedicineParts | null {
  const [name, strength, form, dose, duration, quantity, ...more] = text
    .split(separator).map((part) => part.trim());
  if (
    !name || !strength || !form || !dose || !duration || !quantity ||
    more.length > 0
  ) return null;
  return { name, strength, form, dose, duration, quantity };
}
