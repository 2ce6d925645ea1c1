import { assertEquals } from "@std/assert";
import { texts } from "@/i18n/texts.ts";
import { readCode, secondsToWait, wrongCode } from "./code_form.ts";

function form(code: string): FormData {
  const data = new FormData();
  data.set("code", code);
  return data;
}

Deno.test("a code is read as people type and paste it", () => {
  for (
    const typed of [
      "012345",
      " 012 345 ",
      "012-345",
      "012\u00a0345",
      "٠١٢٣٤٥",
      "０１２３４５",
    ]
  ) {
    assertEquals(readCode(form(typed)), "012345");
  }
});

Deno.test("what is not six digits is no code", () => {
  for (const typed of ["", "12345", "1234567", "abcdef", "12345六"]) {
    assertEquals(readCode(form(typed)), null);
  }
  assertEquals(readCode(new FormData()), null);
});

Deno.test("another code may be asked for 30 seconds after the last one", () => {
  const sent = "2026-11-23T10:00:00.000Z";
  const after = (seconds: number) =>
    secondsToWait(sent, Date.parse(sent) + seconds * 1000);
  assertEquals([after(0), after(0.5), after(29.5), after(30), after(900)], [
    30,
    30,
    1,
    0,
    0,
  ]);
  assertEquals(secondsToWait(null), 0);
  // The database's clock may be ahead of ours.
  assertEquals(after(-20), 30);
});

Deno.test("the tries that are left are counted in the language's own words", () => {
  const said = (left: number) => wrongCode(left, "fr", texts("fr").account);
  assertEquals(said(1).endsWith("Il vous reste 1 essai."), true);
  assertEquals(said(4).endsWith("Il vous reste 4 essais."), true);
});
