import { assertEquals } from "@std/assert";
import { languages } from "./mod.ts";
import {
  formatDuration,
  formatSpokenFullDay,
  formatSpokenMoment,
  formatSpokenTime,
} from "./spoken.ts";

const sunday = "2026-11-29T17:33:00Z";
const monday = "2026-11-30T16:10:00Z";

Deno.test("today and tomorrow are called so, other days by their name", () => {
  assertEquals(
    formatSpokenFullDay(monday, "fr", "Europe/Luxembourg", sunday),
    "demain, lundi 30 novembre",
  );
  assertEquals(
    formatSpokenTime(monday, "fr", "Europe/Luxembourg", sunday),
    "demain, 17:10",
  );
  assertEquals(
    formatSpokenTime(monday, "de", "Europe/Luxembourg", monday),
    "heute, 17:10",
  );
  assertEquals(
    formatSpokenMoment(
      "2026-12-01T07:00:00Z",
      "fr",
      "Europe/Luxembourg",
      sunday,
    ),
    "mardi 1er décembre à 08:00",
  );
  assertEquals(
    languages.map((one) =>
      formatSpokenMoment(monday, one, "Europe/Luxembourg", sunday)
    ),
    [
      "demain à 17:10",
      "morgen um 17:10",
      "tomorrow at 17:10",
      "muer um 17:10",
      "amanhã às 17:10",
    ],
  );
});

Deno.test("a day ends at midnight of the doctor's zone, not of the server's", () => {
  const late = "2026-11-29T22:59:00Z";
  const later = "2026-11-29T23:01:00Z";
  assertEquals(
    formatSpokenTime(later, "fr", "Europe/Luxembourg", late),
    "demain, 00:01",
  );
  assertEquals(
    formatSpokenTime(later, "fr", "Etc/UTC", late),
    "aujourd’hui, 23:01",
  );
});

Deno.test("yesterday is no relative word of ours", () => {
  assertEquals(
    formatSpokenTime(sunday, "en", "Europe/Luxembourg", monday),
    "Sunday 29 November, 18:33",
  );
});

Deno.test("a duration has two units at most, and one minute is not several", () => {
  const minute = 60_000;
  const of = (minutes: number) =>
    formatDuration(minutes * minute, "fr").replaceAll("\u00a0", " ");
  assertEquals(of(23 * 60 + 27), "23 heures 27 minutes");
  assertEquals(of(1), "1 minute");
  assertEquals(of(60), "1 heure");
  assertEquals(of(26 * 60 + 5), "1 jour 2 heures");
  assertEquals(of(0), "0 minute");
  assertEquals(of(-3), "0 minute");
  assertEquals(
    formatDuration(61 * minute, "de"),
    "1\u00a0Stunde 1\u00a0Minute",
  );
});
