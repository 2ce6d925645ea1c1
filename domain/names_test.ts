import { assertEquals } from "@std/assert";
import { writtenTitle } from "./names.ts";

Deno.test("titles are abbreviated with a point in German and Portuguese only", () => {
  const names = [
    "Dr Paul Reuter",
    "Prof. Dr Eva Dräi",
    "Dra. Ana Dias",
    "Marie Drach",
  ];
  assertEquals(names.map((name) => writtenTitle(name, "de")), [
    "Dr. Paul Reuter",
    "Prof. Dr. Eva Dräi",
    "Dra. Ana Dias",
    "Marie Drach",
  ]);
  assertEquals(names.map((name) => writtenTitle(name, "fr")), names);
});
