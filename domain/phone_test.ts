import { assertEquals } from "@std/assert";
import { maskPhone } from "./phone.ts";

Deno.test("of a number only country and last two digits show", () => {
  assertEquals(maskPhone("+352621123456"), "+352 *** *56");
  assertEquals(maskPhone("352621123456"), "+352 *** *56");
  assertEquals(maskPhone("+33612345678", "33"), "+33 *** *78");
  assertEquals(maskPhone("+33612345678"), "+*** *78");
});
