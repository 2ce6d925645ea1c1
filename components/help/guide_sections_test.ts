import { assertEquals } from "@std/assert";
import { texts } from "@/i18n/texts.ts";
import { guideSections, searchGuide } from "./guide_sections.ts";

const { guide, consultation } = texts("fr");
const sections = guideSections(guide, consultation, "+352 1");
const found = (query: string) =>
  searchGuide(sections, query).map(({ id, items, after }) =>
    `${id} ${items.length + after.length}`
  );

Deno.test("an empty search shows the whole guide", () => {
  assertEquals(searchGuide(sections, "  "), sections);
});

Deno.test("the guide is searched without accents, by every word", () => {
  assertEquals(found("camera refusee xyz"), []);
  assertEquals(found("CAMÉRA autorisez"), ["trouble 1"]);
  assertEquals(found("lampe"), ["tips 1"]);
});

Deno.test("a title that matches brings its whole section", () => {
  assertEquals(found("creer compte"), ["account 6"]);
});
