import { assertEquals, assertThrows } from "@std/assert";
import {
  formatAmount,
  formatBytes,
  formatDate,
  formatDay,
  formatDayOfYear,
  formatMonth,
  formatOffset,
  formatRange,
  formatShortDay,
  formatStart,
  formatTime,
  formatTimeWithZone,
} from "./format.ts";
import { formatSpokenDay, formatSpokenTime } from "./spoken.ts";
import { languages } from "./mod.ts";

const winter = "2026-11-24T16:10:00Z";
const summer = "2026-07-14T22:30:00.123456+00:00";

/** Intl puts no-break spaces where typography wants them; they are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

Deno.test("a day is written in the words of each language", () => {
  assertEquals(languages.map((language) => formatDay(winter, language)), [
    "mardi 24 novembre 2026",
    "Dienstag, 24.\u00A0November 2026",
    "Tuesday, 24 November 2026",
    "Dënschdeg, 24.\u00A0November 2026",
    "terça-feira, 24 de novembro de 2026",
  ]);
});

Deno.test("Luxembourgish never shows a German or English name, on any day of a year", () => {
  for (let day = 0; day < 366; day++) {
    const moment = new Date(Date.UTC(2028, 0, 1 + day, 12)).toISOString();
    const text = [formatDay, formatShortDay, formatDayOfYear, formatMonth]
      .map((format) => format(moment, "lb")).join(" ");
    assertEquals(
      text.match(/tag\b|März|April|\bMai\b|day|\bDi\.|\bMo\./),
      null,
      text,
    );
  }
});

Deno.test("a moment is told on the day it is in the doctor's zone", () => {
  assertEquals(formatDate(summer, "fr"), "15/07/2026");
  assertEquals(formatDay(summer, "lb"), "Mëttwoch, 15.\u00A0Juli 2026");
  assertEquals(
    formatDay(summer, "lb", "Atlantic/Azores"),
    "Dënschdeg, 14.\u00A0Juli 2026",
  );
});

Deno.test("times have 24 hours, in every language, at midnight too", () => {
  for (const language of languages) {
    assertEquals(formatTime(winter, language), "17:10");
    assertEquals(formatTime("2026-11-23T23:05:00Z", language), "00:05");
  }
  assertEquals(
    formatRange(winter, "2026-11-24T16:20:00Z", "fr"),
    "17:10 – 17:20",
  );
});

Deno.test("a time says whose it is and its distance from UTC on that day", () => {
  assertEquals(
    formatTimeWithZone(winter, "fr"),
    "17:10 Luxembourg (UTC+01:00)",
  );
  assertEquals(formatTimeWithZone(summer, "de"), "00:30 Luxemburg (UTC+02:00)");
  assertEquals(
    formatTimeWithZone(winter, "lb"),
    "17:10 Lëtzebuerg (UTC+01:00)",
  );
  assertEquals(
    formatTimeWithZone(winter, "pt", "Europe/Lisbon"),
    "16:10 Lisbon (UTC+00:00)",
  );
  assertEquals(formatOffset(winter, "Asia/Kolkata"), "UTC+05:30");
});

Deno.test("the hour that comes twice in autumn is told apart by its offset", () => {
  assertEquals(
    formatTimeWithZone("2026-10-25T00:30:00Z", "fr"),
    "02:30 Luxembourg (UTC+02:00)",
  );
  assertEquals(
    formatTimeWithZone("2026-10-25T01:30:00Z", "fr"),
    "02:30 Luxembourg (UTC+01:00)",
  );
});

Deno.test("a Temporal.Instant reads like its ISO string", () => {
  assertEquals(formatDate(Temporal.Instant.from(winter), "de"), "24.11.2026");
});

Deno.test("amounts are euros and cents in the order of the language", () => {
  assertEquals(
    languages.map((language) => plain(formatAmount(4850, language))),
    [
      "48,50 €",
      "48,50 €",
      "€48.50",
      "48,50 €",
      "48,50 €",
    ],
  );
  assertEquals(plain(formatAmount(5, "fr")), "0,05 €");
});

Deno.test("what is no moment or no zone is refused", () => {
  assertThrows(() => formatDay("tomorrow", "fr"), RangeError, "Not a moment");
  assertThrows(() => formatDay(winter, "fr", "Mars/Olympus"), RangeError);
});

Deno.test("the head of a calendar's column is weekday, space and day in every language", () => {
  assertEquals(languages.map((language) => formatShortDay(winter, language)), [
    "mar. 24 nov.",
    "Di. 24.\u00A0Nov.",
    "Tue 24 Nov",
    "Dën. 24.\u00A0Nov.",
    "terça 24/11",
  ]);
});

Deno.test("today and tomorrow are called so in every language, other days by their name", () => {
  const noon = "2026-11-24T11:00:00Z";
  const spoken = (moment: string) =>
    languages.map((language) =>
      formatSpokenTime(moment, language, undefined, noon)
    );
  assertEquals(spoken(winter), [
    "aujourd’hui, 17:10",
    "heute, 17:10",
    "today, 17:10",
    "haut, 17:10",
    "hoje, 17:10",
  ]);
  assertEquals(spoken("2026-11-25T07:00:00Z"), [
    "demain, 08:00",
    "morgen, 08:00",
    "tomorrow, 08:00",
    "muer, 08:00",
    "amanhã, 08:00",
  ]);
  assertEquals(
    spoken("2026-11-26T07:00:00Z")[2],
    "Thursday 26 November, 08:00",
  );
});

Deno.test("the day ends at midnight in the doctor's zone, also when the clocks change", () => {
  // 25 October 2026 has 25 hours in Luxembourg.
  const lastMinute = "2026-10-25T22:59:00Z";
  const day = (moment: string, zone?: string) =>
    formatSpokenDay(moment, "en", zone, lastMinute);
  assertEquals(day("2026-10-25T22:59:30Z"), "today");
  assertEquals(day("2026-10-25T23:00:00Z"), "tomorrow");
  assertEquals(day("2026-10-25T23:00:00Z", "Atlantic/Azores"), "today");
  assertEquals(day("2026-10-26T23:30:00Z"), "Tuesday 27 October");
});

Deno.test("a start in the hour that the clocks repeat says which of the two it is", () => {
  const starts = ["23:30", "00:30", "01:30", "02:30"].map((utc, night) =>
    formatStart(`2026-10-${night === 0 ? 24 : 25}T${utc}:00Z`, "fr")
  );
  assertEquals(starts, ["01:30", "02:30 UTC+2", "02:30 UTC+1", "03:30"]);
  for (const language of languages) {
    assertEquals(
      formatStart("2026-10-25T01:00:00Z", language),
      "02:00 UTC+1",
    );
    // The hour that spring leaves out is no other hour's.
    assertEquals(formatStart("2026-03-29T01:30:00Z", language), "03:30");
  }
  assertEquals(
    formatStart("2026-04-04T14:45:00Z", "en", "Australia/Lord_Howe"),
    "01:45 UTC+11",
  );
  assertEquals(formatStart("2026-10-25T00:30:00Z", "en", "Etc/UTC"), "00:30");
});

Deno.test("an empty file has no kilobyte, a small one has one", () => {
  assertEquals(plain(formatBytes(0, "en")), "0 kB");
  assertEquals(plain(formatBytes(12, "en")), "1 kB");
});
