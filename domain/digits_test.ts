import { assertEquals } from "@std/assert";
import { asciiDigits, readDigits } from "./digits.ts";

Deno.test("digits are read in every script and with what people put between them", () => {
  for (
    const typed of [
      "1234567890",
      " 123 456 78-90 ",
      "123\u00a0456\u202f7890",
      "12/34.56–7890",
      "١٢٣٤٥٦٧٨٩٠", // Arabic
      "۱۲۳۴۵۶۷۸۹۰", // Persian
      "१२३४५६७८९०", // Devanagari
      "১২৩৪৫৬৭৮৯০", // Bengali
      "１２３４５６７８９０", // full width
      "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎", // mathematical
      "\u202a1234567890\u202c", // pasted from a contact
    ]
  ) assertEquals(readDigits(typed), "1234567890", typed);
});

Deno.test("what is no number is none", () => {
  for (const typed of ["12a4", "①②", "1,5", "½"]) {
    assertEquals(readDigits(typed), null, typed);
  }
});

Deno.test("other characters stay where they are", () => {
  assertEquals(asciiDigits("+٣٥٢ (621)"), "+352 (621)");
});
