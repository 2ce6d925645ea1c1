import { assertEquals } from "@std/assert";
import { groupedMatricule, groupedPhone } from "./digit_groups.ts";

Deno.test("long numbers are read in groups", () => {
  assertEquals(groupedMatricule("1951031422684"), "1951 0314 226 84");
  assertEquals(groupedPhone("+352621123456"), "+352 621 123 456");
  assertEquals(groupedPhone("+33612345678"), "+33612345678");
});
