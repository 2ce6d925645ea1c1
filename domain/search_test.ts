import { assertEquals } from "@std/assert";
import { matches } from "./search.ts";

const doctor = "Dr Inês Ferreira, Médecine générale, português, Differdange";

Deno.test("a doctor is found by parts of words, without accents", () => {
  assertEquals(matches("ines", doctor), true);
  assertEquals(matches("medecine FERR", doctor), true);
  assertEquals(matches("Portugues", doctor), true);
  assertEquals(matches("", doctor), true);
});

Deno.test("what stands nowhere finds nobody", () => {
  assertEquals(matches("weber", doctor), false);
  assertEquals(matches("ines weber", doctor), false);
  assertEquals(matches("erreira", doctor), false);
});
