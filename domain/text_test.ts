import { assertEquals } from "@std/assert";
import { firstWords, isBlank, normalizeLine } from "./text.ts";

Deno.test("what cannot be seen or turns the text around is taken out", () => {
  for (
    const [typed, kept] of [
      ["a\u202eb\u0000c\n d", "abc d"],
      ["\ufeffMarie\u200b\u2060", "Marie"],
      ["Mu\u0308ller", "Müller"],
      ["Ma\u00adrie", "Marie"],
      ["  1,\t rue\u00a0Neuve ", "1, rue Neuve"],
      ["\u3164\u2800", ""],
    ] as const
  ) assertEquals(normalizeLine(typed), kept);
});

Deno.test("joiners stay where a language needs them, and nowhere else", () => {
  assertEquals(normalizeLine("علی\u200cرضا"), "علی\u200cرضا");
  assertEquals(normalizeLine("ක්\u200dෂ"), "ක්\u200dෂ");
  assertEquals(normalizeLine("\u200d\u200cMarie \u200d"), "Marie");
});

Deno.test("a text that shows nothing is blank", () => {
  for (
    const text of [
      "",
      " \n\t",
      "\u200b",
      "\u3164",
      "\u2800",
      "\uffa0 \u115f",
      "\u0301",
      "\u{e0041}",
      "\u202e\u00ad",
    ]
  ) assertEquals(isBlank(text), true, JSON.stringify(text));
  for (const text of [".", "0", "🙂", "é", "नमस्ते"]) {
    assertEquals(isBlank(text), false, text);
  }
});

Deno.test("the first words of a text are whole, in one line, and no more than asked for", () => {
  for (
    const [text, most, words] of [
      ["Bonjour", 20, "Bonjour"],
      ["Prenez\n\ndeux comprimés", 30, "Prenez deux comprimés"],
      ["Prenez deux comprimés", 13, "Prenez deux…"],
      ["Prenez deux comprimés", 11, "Prenez deux…"],
      ["Donaudampfschifffahrt", 5, "Donau…"],
      ["👩‍⚕️".repeat(2), 20, "👩‍⚕️".repeat(2)],
      ["", 5, ""],
    ] as const
  ) assertEquals(firstWords(text, most), words);
});
