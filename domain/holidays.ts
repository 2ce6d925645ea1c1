/** A public holiday of Luxembourg, by its key. */
export type Holiday =
  | "newYear"
  | "easterMonday"
  | "labourDay"
  | "europeDay"
  | "ascension"
  | "whitMonday"
  | "nationalDay"
  | "assumption"
  | "allSaints"
  | "christmas"
  | "saintStephen";

/**
 * The eleven public holidays of a year, in order of the calendar (Luxembourg Labour Code, article L.232-2). Two may
 * share a day, as Ascension and Europe Day in 2024.
 */
export function holidaysOf(year: number): { date: string; name: Holiday }[] {
  const fixed = (month: number, day: number, name: Holiday) => ({
    date: Temporal.PlainDate.from({ year, month, day }).toString(),
    name,
  });
  const easter = easterOf(year);
  const after = (days: number, name: Holiday) => ({
    date: easter.add({ days }).toString(),
    name,
  });
  return [
    fixed(1, 1, "newYear"),
    after(1, "easterMonday"),
    fixed(5, 1, "labourDay"),
    fixed(5, 9, "europeDay"),
    after(39, "ascension"),
    after(50, "whitMonday"),
    fixed(6, 23, "nationalDay"),
    fixed(8, 15, "assumption"),
    fixed(11, 1, "allSaints"),
    fixed(12, 25, "christmas"),
    fixed(12, 26, "saintStephen"),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

/** Easter Sunday, Gregorian (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - c % 4) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({
    year,
    month: Math.floor(n / 31),
    day: n % 31 + 1,
  });
}
