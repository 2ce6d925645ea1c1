import { assertEquals } from "@std/assert";
import { parseDirPath } from "./config.ts";
import {
  escapeScript,
  pathToExportName,
  pathToSpec,
  UniqueNamer,
} from "./utils.ts";

Deno.test("names of files as names of variables", () => {
  const cases: [string, string][] = [
    ["/islands/foo.tsx", "foo"],
    ["/islands/foo.v2.tsx", "foo_v2"],
    ["/islands/nav-bar.tsx", "nav_bar"],
    ["/islands/_.$bar.tsx", "_$bar"],
    ["/islands/1.hello.tsx", "_hello"],
    ["/islands/404.tsx", "_04"],
    ["/islands/collapse...repeat_-dash.tsx", "collapse_repeat_dash"],
  ];
  for (const [path, name] of cases) assertEquals(pathToExportName(path), name);
});

Deno.test("a name is given once, and is always a name", () => {
  const namer = new UniqueNamer();
  const names = ["foo", "foo", "foo", "a-b", "switch", "eval", "0foo", "x🔥"];
  assertEquals(names.map((name) => namer.getUniqueName(name)), [
    "foo",
    "foo_1",
    "foo_2",
    "a_b",
    "_switch",
    "_eval",
    "_0foo",
    "x_",
  ]);
});

Deno.test("nothing ends the script early", () => {
  assertEquals(escapeScript("a</ScRipT>b</style>"), "a<\\/ScRipT>b<\\/style>");
  assertEquals(escapeScript("<!--"), "\\x3C!--");
  assertEquals(
    escapeScript("<!--</script>", { json: true }),
    "\\u003C!--<\\/script>",
  );
});

Deno.test("specifiers from a folder", () => {
  const cases: [string, string, string][] = [
    ["/foo", "/foo/bar", "./bar"],
    ["/", "/foo//bar", "./foo/bar"],
    ["/foo", "bar", "./bar"],
    ["/foo/bar", "/foo/baz", "../baz"],
    ["/foo", "file:///foo//bar", "./bar"],
    ["/foo", "https://example.com", "https://example.com"],
    ["/foo", "jsr:@foo/bar", "jsr:@foo/bar"],
  ];
  for (const [from, to, spec] of cases) {
    assertEquals(pathToSpec(from, to), spec);
  }
});

Deno.test("folders, however they are given", () => {
  assertEquals(parseDirPath("a", "/root"), "/root/a");
  assertEquals(parseDirPath("./a/../b", "/root"), "/root/b");
  assertEquals(parseDirPath("/a", "/root"), "/a");
  assertEquals(parseDirPath("file:///a%20b", "/root"), "/a b");
});
