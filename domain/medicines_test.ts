import { assertEquals } from "@std/assert";
import { medicineOf, medicineText } from "./medicines.ts";

const parts = {
  ...{ name: "Paracétamol", strength: "1 g", form: "comprimé" },
  ...{ dose: "1 comprimé 3 fois par jour", duration: "5 jours" },
  quantity: "1 boîte",
};

Deno.test("a medicine that a list offers comes back as its parts", () => {
  const text = medicineText({ ...parts, renewals: 2, remark: "" });
  assertEquals(medicineOf(text ?? ""), parts);
});

Deno.test("an incomplete medicine is not offered, and what is no line is left as it is typed", () => {
  assertEquals(medicineText({ ...parts, dose: " " }), null);
  assertEquals(medicineText({ name: "Paracétamol" }), null);
  for (
    const text of ["", "Paracétamol", "a · b", "a · b · c · d · e · f · g"]
  ) {
    assertEquals(medicineOf(text), null, text);
  }
});
