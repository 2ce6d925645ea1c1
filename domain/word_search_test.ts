import { assertEquals } from "@std/assert";
import { holdsWords } from "./word_search.ts";

Deno.test("words are found in any order and case, with or without accents", () => {
  const text = "Créatinine (B120) Biochimie";
  for (const search of ["creat", "b120", "BIOCHIMIE créa", " ", ""]) {
    assertEquals(holdsWords(text, search), true, search);
  }
  assertEquals(holdsWords(text, "créatinine urine"), false);
});
