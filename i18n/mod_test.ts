import { assertEquals } from "@std/assert";
import { isLanguage, negotiate, plural, t } from "./mod.ts";

Deno.test("the browser's best liked language among ours is chosen", () => {
  assertEquals(negotiate("de-LU,de;q=0.9,en;q=0.8"), "de");
  assertEquals(negotiate("en;q=0.4, pt-BR;q=0.9, fr;q=0.2"), "pt");
  assertEquals(negotiate("nl, it;q=0.9, lb;q=0.1"), "lb");
  assertEquals(negotiate("DE"), "de");
});

Deno.test("French is chosen when the browser asks for none of ours, or for nothing", () => {
  for (
    const header of [
      null,
      undefined,
      "",
      "*",
      "nl,it;q=0.8",
      ";;;,,,",
      "x".repeat(10_000),
    ]
  ) {
    assertEquals(negotiate(header), "fr");
  }
});

Deno.test("a language refused with q=0 or a quality that is no number is not chosen", () => {
  assertEquals(negotiate("de;q=0, en;q=0.1"), "en");
  assertEquals(negotiate("de;q=high, en;q=0.1"), "en");
  assertEquals(negotiate("de;q=-1, pt;q=7"), "fr");
});

Deno.test("only our five languages are languages", () => {
  for (const value of ["FR", "frr", "", "constructor", undefined, 1]) {
    assertEquals(isLanguage(value), false);
  }
  assertEquals(isLanguage("lb"), true);
});

Deno.test("placeholders are filled with what is given, once, as it is", () => {
  assertEquals(
    t<"a" | "b">("{a} of {b}, {a}", { a: 0, b: "{a}" }),
    "0 of {a}, 0",
  );
  assertEquals(t("costs $& and $1: {x}", { x: "$&" }), "costs $& and $1: $&");
});

Deno.test("nought is singular in French and plural in the others", () => {
  const forms = { one: "one", other: "other" };
  assertEquals(
    (["fr", "de", "en", "lb", "pt"] as const).map((l) => plural(l, 0, forms)),
    [
      "one",
      "other",
      "other",
      "other",
      "other",
    ],
  );
  assertEquals(plural("lb", 1, forms), "one");
  assertEquals(plural("pt", 2_000_000, forms), "other");
});
