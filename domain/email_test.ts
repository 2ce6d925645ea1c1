import { assertEquals } from "@std/assert";
import { maskEmail } from "./email.ts";

Deno.test("a masked address keeps its first letter and its domain, and does not tell how long it is", () => {
  assertEquals(maskEmail("anna.muller@exemple.lu"), "a***@exemple.lu");
  assertEquals(maskEmail("a@exemple.lu"), "a***@exemple.lu");
  assertEquals(maskEmail("𝒶b@exemple.lu"), "𝒶***@exemple.lu");
});
