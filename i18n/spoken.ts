import {
  formatDate,
  formatDayOfYear,
  formatStart,
  type Moment,
} from "./format.ts";
import { type Language, plural } from "./mod.ts";

/** Days as people say them, seen from a moment: today, tomorrow, else the day's name. */

const words: Readonly<
  Record<Language, { today: string; tomorrow: string; at: string }>
> = {
  fr: { today: "aujourd’hui", tomorrow: "demain", at: " à " },
  de: { today: "heute", tomorrow: "morgen", at: " um " },
  en: { today: "today", tomorrow: "tomorrow", at: " at " },
  lb: { today: "haut", tomorrow: "muer", at: " um " },
  pt: { today: "hoje", tomorrow: "amanhã", at: " às " },
};

/** `demain, lundi 30 novembre`: the day of a ticket. Begins with a small letter; the style sheet raises it. */
export function formatSpokenFullDay(
  moment: Moment,
  language: Language,
  zone: string | undefined,
  now: Moment,
): string {
  const day = formatDayOfYear(moment, language, zone);
  const word = wordOf(moment, language, zone, now);
  return word ? `${word}, ${day}` : day;
}

/** `demain`, else `mardi 1er décembre`: the day above a few slots. */
export function formatSpokenDay(
  moment: Moment,
  language: Language,
  zone: string | undefined,
  now: Moment,
): string {
  return wordOf(moment, language, zone, now) ??
    formatDayOfYear(moment, language, zone);
}

/** `aujourd’hui, 17:20`: what a slot is called. */
export function formatSpokenTime(
  moment: Moment,
  language: Language,
  zone: string | undefined,
  now: Moment,
): string {
  return `${formatSpokenDay(moment, language, zone, now)}, ${
    formatStart(moment, language, zone)
  }`;
}

/** `demain à 17:00`: within a sentence. */
export function formatSpokenMoment(
  moment: Moment,
  language: Language,
  zone: string | undefined,
  now: Moment,
): string {
  return formatSpokenDay(moment, language, zone, now) +
    words[language].at + formatStart(moment, language, zone);
}

/** `mardi 1er décembre à 17:00`: the same, whenever it is read. */
export function formatMoment(
  moment: Moment,
  language: Language,
  zone: string | undefined,
): string {
  return formatDayOfYear(moment, language, zone) + words[language].at +
    formatStart(moment, language, zone);
}

/** The ways to say a moment, as an open page names them. */
export const spokenForms = {
  "full-day": formatSpokenFullDay,
  day: formatSpokenDay,
  time: formatSpokenTime,
  moment: formatSpokenMoment,
} as const;
export type SpokenForm = keyof typeof spokenForms;

export function isSpokenForm(name: unknown): name is SpokenForm {
  return typeof name === "string" && Object.hasOwn(spokenForms, name);
}

/** Whether a day of the calendar (`YYYY-MM-DD`) is now in the zone. */
export function isToday(
  day: string,
  zone: string | undefined,
  now: Moment,
): boolean {
  return Date.parse(day) / 86_400_000 === dayNumber(now, zone);
}

/** `today` or `tomorrow` in the language; null for every other day. */
function wordOf(
  moment: Moment,
  language: Language,
  zone: string | undefined,
  now: Moment,
): string | null {
  const days = dayNumber(moment, zone) - dayNumber(now, zone);
  if (days === 0) return words[language].today;
  return days === 1 ? words[language].tomorrow : null;
}

/** Counts days in the zone. Not by Temporal: islands use it, and Safari has none. */
function dayNumber(moment: Moment, zone: string | undefined): number {
  const [day, month, year] = formatDate(moment, "en", zone).split("/")
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000;
}

const units: Readonly<
  Record<
    Language,
    Record<"day" | "hour" | "minute", readonly [one: string, other: string]>
  >
> = {
  fr: {
    day: ["jour", "jours"],
    hour: ["heure", "heures"],
    minute: ["minute", "minutes"],
  },
  de: {
    day: ["Tag", "Tage"],
    hour: ["Stunde", "Stunden"],
    minute: ["Minute", "Minuten"],
  },
  en: {
    day: ["day", "days"],
    hour: ["hour", "hours"],
    minute: ["minute", "minutes"],
  },
  lb: {
    day: ["Dag", "Deeg"],
    hour: ["Stonn", "Stonnen"],
    minute: ["Minutt", "Minutten"],
  },
  pt: {
    day: ["dia", "dias"],
    hour: ["hora", "horas"],
    minute: ["minuto", "minutos"],
  },
};

/** `23 heures 27 minutes`, `1 minute`, `2 jours 3 heures`: milliseconds, rounded up to minutes, in two units at most. */
export function formatDuration(
  milliseconds: number,
  language: Language,
): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / 60_000));
  const parts = [
    ["day", Math.floor(minutes / 1440)],
    ["hour", Math.floor(minutes / 60) % 24],
    ["minute", minutes % 60],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  if (first === -1) return unit("minute", 0, language);
  return parts.slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => unit(name, count, language))
    .join(" ");
}

function unit(
  name: "day" | "hour" | "minute",
  count: number,
  language: Language,
): string {
  const [one, other] = units[language][name];
  return `${count}\u00a0${plural(language, count, { one, other })}`;
}
