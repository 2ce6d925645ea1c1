import { assertEquals, assertThrows } from "@std/assert";
import {
  IS_PATTERN,
  mergePath,
  pathToPattern,
  patternToSegments,
  UrlPatternRouter,
} from "./router.ts";

const at = (path: string) => new URL(path, "http://localhost");

Deno.test("what is a pattern", () => {
  for (const path of ["/foo", "/foo/bar.jpg", "/"]) {
    assertEquals(IS_PATTERN.test(path), false);
  }
  for (const path of ["/:a", "/*", "/a{/b}?", "/(\\d+)"]) {
    assertEquals(IS_PATTERN.test(path), true);
  }
});

Deno.test("parameters are decoded, missing ones empty, and have no prototype", () => {
  const router = new UrlPatternRouter<string>();
  router.add("GET", "/:foo/:bar/c", "A");
  router.add("GET", "/opt{/:x}?", "B");
  const found = router.match("GET", at("/a%20a/b/c"));
  assertEquals(found, {
    params: { foo: "a a", bar: "b" },
    item: "A",
    methodMatch: true,
    pattern: "/:foo/:bar/c",
  });
  assertEquals(Object.getPrototypeOf(found.params), null);
  assertEquals(router.match("GET", at("/opt")).params, { x: "" });
  assertEquals(router.match("GET", at("/nowhere")).pattern, null);
});

Deno.test("methods are told apart, and HEAD is GET if need be", () => {
  const router = new UrlPatternRouter<string>();
  router.add("GET", "/foo", "A");
  router.add("POST", "/foo", "B");
  router.add("GET", "/foo", "C");
  assertEquals(router.match("GET", at("/foo")).item, "A");
  assertEquals(router.match("POST", at("/foo/")).item, "B");
  assertEquals(router.match("HEAD", at("/foo")).item, "A");
  const put = router.match("PUT", at("/foo"));
  assertEquals([put.item, put.methodMatch, put.pattern], [null, false, "/foo"]);
  assertEquals(router.getAllowedMethods("/foo"), ["GET", "POST"]);
  assertEquals(router.getAllowedMethods("/bar"), []);
});

Deno.test("patterns of files", () => {
  const cases: [string, string][] = [
    ["foo/bar", "/foo/bar"],
    ["index", "/"],
    ["foo/index", "/foo"],
    ["foo/[name]/bar/[bob]", "/foo/:name/bar/:bob"],
    ["foo/[...name]", "/foo/:name*"],
    ["foo/[mod]@[version]", "/foo/:mod@:version"],
    ["foo/[bar].json", "/foo/:bar.json"],
    ["foo/foo[bar]", "/foo/foo:bar"],
    ["foo/[[name]]", "/foo{/:name}?"],
    ["[[name]]", "/{:name}?"],
    ["(a)/[[name]]/[[bob]]/(b)/index", "/{:name}?{/:bob}?"],
    ["[[name]]/bar", "{/:name}?/bar"],
    ["foo/[[name]]/bar/[[bob]]", "/foo{/:name}?/bar{/:bob}?"],
    ["(group)/foo", "/foo"],
    ["(group)/index", "/"],
  ];
  for (const [path, pattern] of cases) {
    assertEquals(pathToPattern(path), pattern);
  }
  assertEquals(pathToPattern("a/(b)/c", { keepGroups: true }), "/a/(b)/c");
  for (
    const path of [
      "[foo][bar]",
      "foo]",
      "[foo",
      "[foo]]",
      "foo-[[name]]-bar",
      "[[name]]-bar/baz",
      "foo-[[name]]",
    ]
  ) assertThrows(() => pathToPattern(`x/${path}`), SyntaxError);
});

Deno.test("a path with broken percent-encoding leads nowhere", () => {
  const router = new UrlPatternRouter<string>();
  router.add("GET", "/doctors/:name", "doctor");
  const { item, pattern } = router.match("GET", at("/doctors/%C3"));
  assertEquals([item, pattern], [null, null]);
  assertEquals(router.match("GET", at("/doctors/%C3%A9")).params.name, "é");
});

Deno.test("segments of patterns", () => {
  assertEquals(patternToSegments("/", ""), [""]);
  assertEquals(patternToSegments("*", ""), [""]);
  assertEquals(patternToSegments("/foo", ""), [""]);
  assertEquals(patternToSegments("/foo/", ""), ["", "foo"]);
  assertEquals(patternToSegments("/foo/bar", ""), ["", "foo"]);
  assertEquals(patternToSegments("/foo/bar", "", true), ["", "foo", "bar"]);
  assertEquals(patternToSegments("/:foo-:bar/foo", ""), ["", ":foo-:bar"]);
  assertEquals(patternToSegments("/foo{/:id}?/bar", ""), ["", "foo"]);
});

Deno.test("paths below paths", () => {
  const cases: [string, string, string, string][] = [
    ["", "/foo", "/foo", "/foo"],
    ["/", "/foo", "/foo", "/foo"],
    ["/foo/bar", "/", "/foo/bar", "/foo/bar"],
    ["/foo/bar", "/baz", "/foo/bar/baz", "/foo/bar/baz"],
    ["*", "/baz", "/baz", "/baz"],
    ["/*", "/baz", "/baz", "/baz"],
    ["/foo", "*", "/foo/*", "/foo"],
    ["/foo", "/*", "/foo/*", "/foo/*"],
  ];
  for (const [base, path, served, mounted] of cases) {
    assertEquals(mergePath(base, path, false), served);
    assertEquals(mergePath(base, path, true), mounted);
  }
});
