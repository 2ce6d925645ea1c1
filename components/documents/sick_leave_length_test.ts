import { assertEquals } from "@std/assert";
import { type Language, languages } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { sickLeaveLength } from "./sick_leave_length.ts";

const said = (from: string, to: string, language: Language = "fr") =>
  sickLeaveLength(from, to, language, texts(language).documents);

Deno.test("a sick leave's length counts its first and its last day, over a change of the clocks too", () => {
  assertEquals(
    said("2026-11-24", "2026-11-26"),
    "mardi 24 novembre 2026 – jeudi 26 novembre 2026 (3 jours)",
  );
  assertEquals(
    said("2026-11-30", "2026-11-30"),
    "lundi 30 novembre 2026 – lundi 30 novembre 2026 (1 jour)",
  );
  assertEquals(
    said("2026-10-24", "2026-10-26"),
    "samedi 24 octobre 2026 – lundi 26 octobre 2026 (3 jours)",
  );
  for (const language of languages) {
    const { days_other } = texts(language).documents;
    const length = said("2026-11-24", "2026-11-26", language);
    assertEquals(
      length.endsWith(`(${days_other.replace("{days}", "3")})`),
      true,
    );
  }
});

Deno.test("while a date is missing or the last lies before the first, nothing is said", () => {
  for (
    const [from, to] of [
      ["", ""],
      ["2026-11-24", ""],
      ["", "2026-11-24"],
      ["2026-11-24", "2026-11-23"],
      ["0002-02-30", "2026-11-24"],
    ] as const
  ) assertEquals(said(from, to), "");
});
