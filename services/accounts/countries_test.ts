import { assert, assertEquals } from "@std/assert";
import { countries, nearCountries } from "@/domain/countries.ts";
import { countryOptions } from "@/i18n/countries.ts";
import { languages } from "@/i18n/mod.ts";

Deno.test("every state has a name of its own in every language", () => {
  for (const language of languages) {
    const options = countryOptions(countries, language);
    for (const { value, label } of options) {
      assert(label !== value && label.length > 2, `${language} ${value}`);
    }
    assertEquals(new Set(options.map(({ label }) => label)).size, 196);
  }
});

Deno.test("states are sorted as readers of the language expect", () => {
  const labels = countryOptions(["US", "AT", "LU", "EG"], "lb").map((o) =>
    o.label
  );
  assertEquals(labels, [
    "Egypten",
    "Éisträich",
    "Lëtzebuerg",
    "Vereenegt Staate vun Amerika",
  ]);
});

Deno.test("the near states are states", () => {
  assert(nearCountries.every((code) => countries.includes(code)));
});
