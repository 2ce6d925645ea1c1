/**
 * Names of days and months in Luxembourgish: no JavaScript engine knows them (ICU ships without `lb`).
 * Order of the weekdays as in `Date.getUTCDay()`.
 */
const weekdays = [
  "Sonndeg",
  "Méindeg",
  "Dënschdeg",
  "Mëttwoch",
  "Donneschdeg",
  "Freideg",
  "Samschdeg",
];
const shortWeekdays = ["Son.", "Méi.", "Dën.", "Mët.", "Don.", "Fre.", "Sam."];

const months = [
  "Januar",
  "Februar",
  "Mäerz",
  "Abrëll",
  "Mee",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const shortMonths = [
  "Jan.",
  "Feb.",
  "Mäe.",
  "Abr.",
  "Mee",
  "Juni",
  "Juli",
  "Aug.",
  "Sep.",
  "Okt.",
  "Nov.",
  "Dez.",
];

/**
 * What a German formatter would write, with Luxembourgish names. `zone` is the formatter's own zone.
 * Numeric months stay numbers.
 */
export function luxembourgish(
  date: Date,
  zone: string,
  german: Intl.DateTimeFormat,
): string {
  const { weekday: weekdayStyle } = german.resolvedOptions();
  const monthStyle = german.resolvedOptions().month;
  const { weekday, month } = calendarDay(date, zone);
  return german.formatToParts(date).map((part) => {
    if (part.type === "weekday") {
      return (weekdayStyle === "long" ? weekdays : shortWeekdays)[weekday];
    }
    if (part.type === "month" && monthStyle === "long") return months[month];
    if (part.type === "month" && monthStyle === "short") {
      return shortMonths[month];
    }
    return part.value;
  }).join("");
}

/** Weekday (0 is Sunday) and month (0 is January) of a moment in a zone. */
function calendarDay(
  date: Date,
  zone: string,
): { weekday: number; month: number } {
  const [month = 1, day = 1, year = 1970] = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).format(date).split("/").map(Number);
  return {
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    month: month - 1,
  };
}
