import { assertEquals } from "@std/assert";
import { holidaysOf } from "./holidays.ts";

Deno.test("Luxembourg's public holidays of 2026, and in 2024 two on one day", () => {
  // https://guichet.public.lu/en/entreprises/ressources-humaines/conges/jours-feries/jours-feries-legaux.html
  assertEquals(holidaysOf(2026).map(({ date }) => date), [
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-09",
    "2026-05-14",
    "2026-05-25",
    "2026-06-23",
    "2026-08-15",
    "2026-11-01",
    "2026-12-25",
    "2026-12-26",
  ]);
  const may9 = holidaysOf(2024).filter(({ date }) => date === "2024-05-09");
  assertEquals(may9.map(({ name }) => name).sort(), ["ascension", "europeDay"]);
});
