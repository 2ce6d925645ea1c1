import { type Language } from "./mod.ts";
import { luxembourgish } from "./lb/calendar.ts";

/** A moment: a `Temporal.Instant`, or what the database and realtime payloads carry, an ISO 8601 string with offset. */
export type Moment = { readonly epochMilliseconds: number } | string;

/** The zone of a doctor who has set none (docs/specification.md, 2). */
export const defaultZone = "Europe/Luxembourg";

/**
 * The locale whose conventions a language follows in Luxembourg. Neither V8 nor ICU in browsers has data
 * for `lb`; its order and punctuation are those of `de-LU`, with names of its own (`lb/calendar.ts`).
 */
const locales: Readonly<Record<Language, string>> = {
  fr: "fr-LU",
  de: "de-LU",
  en: "en-GB",
  lb: "de-LU",
  pt: "pt-PT",
};

/** Formatters are expensive to make and few: one for each language, zone and set of options. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locales[language], {
      ...options,
      timeZone: zone,
    });
    formatters.set(key, found);
  }
  return found;
}

/** @throws RangeError when the string is no date */
function dateOf(moment: Moment): Date {
  const date = new Date(
    typeof moment === "string" ? moment : moment.epochMilliseconds,
  );
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Not a moment: ${String(moment)}`);
  }
  return date;
}

/** Formats, and in Luxembourgish puts its names of days and months in the place of the German ones. */
function format(
  moment: Moment,
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const date = dateOf(moment);
  if (language === "fr") {
    return ordinalFirst(formatter(language, zone, options).format(date));
  }
  if (language === "lb") {
    return withMonth(luxembourgish(date, zone, formatter("de", zone, options)));
  }
  return withMonth(formatter(language, zone, options).format(date));
}

/** The German `24. November` is one word for the eye: no line ends after what looks like the end of a sentence. */
function withMonth(date: string): string {
  return date.replace(/(?<=\d\.) (?=\p{Lu})/gu, "\u00A0");
}

/** French says `1er décembre`, which ICU does not know; the other days of a month are plain numbers. */
function ordinalFirst(date: string): string {
  return date.replace(/(?<!\d)1(?= \p{L})/u, "1er");
}

/** `24/11/2026`, in German and Luxembourgish `24.11.2026`. */
export function formatDate(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return format(moment, language, zone, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
}

/** `mardi 24 novembre 2026`. */
export function formatDay(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return format(moment, language, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** `mardi 24 novembre`, without the year: in a calendar, for a slot. */
export function formatDayOfYear(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return format(moment, language, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
}

/** `lundi`: the day of the week, counted from Monday as 0. */
export function formatWeekday(day: number, language: Language): string {
  const monday = Date.UTC(2026, 10, 23, 12);
  const moment = { epochMilliseconds: monday + day * 86_400_000 };
  return format(moment, language, "Etc/UTC", { weekday: "long" });
}

/** `mar. 24 nov.`, for the head of a calendar's column: weekday, a space, the day; no comma. */
export function formatShortDay(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return format(moment, language, zone, {
    weekday: "short",
    day: "numeric",
    month: "short",
  }).replace(",", "");
}

/** `23–29 novembre 2026`: the days of a week. */
export function formatDays(
  first: Moment,
  last: Moment,
  language: Language,
  zone = defaultZone,
): string {
  const day = { day: "numeric", month: "long" } as const;
  if (language === "lb") {
    return `${format(first, language, zone, day)} – ${
      format(last, language, zone, { ...day, year: "numeric" })
    }`;
  }
  const range = formatter(language, zone, { ...day, year: "numeric" })
    .formatRange(dateOf(first), dateOf(last));
  return language === "fr" ? ordinalFirst(range) : withMonth(range);
}

/** `novembre 2026`. */
export function formatMonth(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return format(moment, language, zone, { month: "long", year: "numeric" });
}

/** `17:10`, 24 hours in every language, as clocks in Luxembourg show it. */
export function formatTime(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return formatter(language, zone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(dateOf(moment));
}

/**
 * `17:10`: when something begins. In the hour that the clocks repeat in autumn with its distance from UTC, `02:30 UTC+2`,
 * because 02:30 comes twice that night.
 */
export function formatStart(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  const time = formatTime(moment, language, zone);
  if (!isRepeated(moment, zone)) return time;
  const offset = offsetName(moment, zone, "shortOffset");
  return `${time} ${offset.replace("GMT", "UTC")}`;
}

/** Clocks go back by an hour, on Lord Howe Island by half of one: milliseconds. */
const SHIFTS = [60, 30].flatMap((minutes) => [
  minutes * 60_000,
  -minutes * 60_000,
]);

/** Whether the clocks of the zone show this time twice. */
function isRepeated(moment: Moment, zone: string): boolean {
  const date = dateOf(moment);
  const wall = (at: Date) =>
    formatter("en", zone, {
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(at);
  const shown = wall(date);
  return SHIFTS.some((shift) =>
    wall(new Date(date.getTime() + shift)) === shown
  );
}

/** `17:10 – 17:20`. */
export function formatRange(
  start: Moment,
  end: Moment,
  language: Language,
  zone = defaultZone,
): string {
  return `${formatTime(start, language, zone)} – ${
    formatTime(end, language, zone)
  }`;
}

/** `17:10 Luxembourg (UTC+01:00)`: the time, whose it is, and its distance from UTC on that day (docs/specification.md, 2). */
export function formatTimeWithZone(
  moment: Moment,
  language: Language,
  zone = defaultZone,
): string {
  const time = formatTime(moment, language, zone);
  return `${time} ${placeOf(zone, language)} (${formatOffset(moment, zone)})`;
}

/** `UTC+01:00`; `UTC+00:00` in a zone without distance. */
export function formatOffset(moment: Moment, zone = defaultZone): string {
  const name = offsetName(moment, zone, "longOffset");
  return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
}

/** `GMT+01:00` or `GMT+1`, as the runtime says it; `GMT` without distance. */
function offsetName(
  moment: Moment,
  zone: string,
  timeZoneName: "longOffset" | "shortOffset",
): string {
  return formatter("en", zone, { timeZoneName }).formatToParts(dateOf(moment))
    .find((part) => part.type === "timeZoneName")?.value ?? "GMT";
}

const luxembourg: Readonly<Record<Language, string>> = {
  fr: "Luxembourg",
  de: "Luxemburg",
  en: "Luxembourg",
  lb: "Lëtzebuerg",
  pt: "Luxemburgo",
};

/** The zone's city: in the person's language for Luxembourg, else as the time zone database writes it. */
export function placeOf(zone: string, language: Language): string {
  if (zone === defaultZone) return luxembourg[language];
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** An amount given in cents: `48,50 €`; in English `€48.50`. */
export function formatAmount(
  cents: number,
  language: Language,
  currency = "EUR",
): string {
  return new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency,
  })
    .format(cents / 100);
}

/** A size in bytes as people read it: `240 Ko`, `1,2 Mo`; in English and German kB and MB. */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000
    ? [
      Math.max(Math.min(1, bytes), Math.round(bytes / 1000)),
      "kilobyte",
    ] as const
    : [bytes / 1_000_000, "megabyte"] as const;
  return new Intl.NumberFormat(locales[language], {
    style: "unit",
    unit,
    maximumFractionDigits: 1,
  }).format(value);
}
