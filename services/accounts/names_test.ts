import { assertEquals } from "@std/assert";
import { parseName } from "./names.ts";

Deno.test("names are taken as people write theirs", () => {
  for (
    const name of [
      "O'Brien",
      "D’Angelo",
      "Nguyễn",
      "Jean-Marc",
      "van der Meer",
      "Müller-Lüdenscheidt",
      "Sør-Reime",
      "João",
      "Ŝebestián",
      "Łukasz",
      "İpek",
      "Ó Súilleabháin",
      "St. John",
      "St.John",
      "J.R.R.",
      "King, Jr.",
      "محمد",
      "علی\u200cرضا",
      "श्री",
      "李",
      "Μαρία",
      "Дмитрий",
      "Ren\u00e9",
      "L·lull",
      "X Æ",
      "Louis 2",
    ]
  ) assertEquals(parseName(name), name);
  assertEquals(parseName("O´Neill"), "O'Neill");
  assertEquals(parseName("  Jean\u200b  Marc "), "Jean Marc");
});

Deno.test("what leads somewhere or says nothing is no name", () => {
  for (
    const text of [
      "",
      " \n\t",
      "\u200b\u202e",
      "\u3164",
      "...",
      "12",
      "cliquez ici https://evil.example",
      "www.evil.com",
      "evil.lu",
      "(evil.lu)",
      "a@b.lu",
      "🎁 Gagnez",
      "<b>",
    ]
  ) assertEquals(parseName(text), null, text);
});
