import { assertEquals, assertThrows } from "@std/assert";
import { Table } from "./table.ts";

const table = new Table<string>();
for (
  const pattern of ["/", "/health", "/:l", "/:l/a", "/:l/:x", "/:l/a/:id/b"]
) {
  table.add(pattern, "GET", pattern);
}
const found = (path: string) => {
  const match = table.find(path);
  return match && [match.pattern, { ...match.params }];
};

Deno.test("a literal segment goes before a name", () => {
  assertEquals(found("/fr/a"), ["/:l/a", { l: "fr" }]);
  assertEquals(found("/fr/b"), ["/:l/:x", { l: "fr", x: "b" }]);
  assertEquals(found("/health"), ["/health", {}]);
});

Deno.test("a name stands for one segment that is not empty", () => {
  assertEquals(found("/fr/a/1/b"), ["/:l/a/:id/b", { l: "fr", id: "1" }]);
  assertEquals(found("/fr/a/1"), null);
  assertEquals(found("/fr/"), null);
  assertEquals(found("/fr/a/1/b/c"), null);
});

Deno.test("only a literal path may end with a slash", () => {
  assertEquals(found("/health/"), ["/health", {}]);
  assertEquals(found("/fr/a/"), null);
});

Deno.test("values are decoded, and one that cannot be is an error", () => {
  assertEquals(found("/fr/%C3%A9"), ["/:l/:x", { l: "fr", x: "é" }]);
  assertThrows(() => found("/fr/%E9"), URIError);
});

Deno.test("for the same pattern and method the first one counts", () => {
  const table = new Table<number>();
  table.add("/x", "GET", 1);
  table.add("/x", "GET", 2);
  assertEquals(table.find("/x")?.methods.get("GET"), 1);
});
