import { assertEquals, assertThrows } from "@std/assert";
import { withTmpDir, writeFiles } from "../test_utils.ts";
import { checkDenoCompilerOptions } from "./check.ts";
import { forgetProjects, resolveImport } from "./resolve.ts";
import { specToName } from "./spec_to_name.ts";

Deno.test("imports lead where Deno finds them", async () => {
  await using tmp = await withTmpDir({ prefix: "a project " });
  const { dir } = tmp;
  await writeFiles(dir, {
    "app/deno.jsonc": `{
      // comments, and a comma too many
      "links": ["../linked"],
      "workspace": ["./member"],
      "imports": {
        "@/": "./",
        "@/own.ts": "./other.ts",
        "preact": "npm:preact@10",
        "scoped": "npm:@scope/name@^1.0.0-beta.1/sub",
        "fresh": "jsr:@fresh/core@^2.0.0", /* "not": "this" */
        "url": "https://example.com/x.ts",
      },
    }`,
    "linked/deno.json": JSON.stringify({
      name: "@fresh/core",
      exports: { ".": "./mod.ts", "./runtime": "./src/runtime.ts" },
      imports: { "esbuild": "npm:esbuild@1" },
    }),
    "app/member/deno.json": JSON.stringify({
      name: "@app/member",
      exports: "./mod.ts",
      imports: { "preact": "npm:preact@99", "./x.ts": "./y.ts" },
    }),
  });
  forgetProjects();
  const root = `${dir}/app`;
  const at = (specifier: string, from = `${root}/islands`) =>
    resolveImport(specifier, from, root);

  assertEquals(at("./A.tsx"), { file: `${root}/islands/A.tsx` });
  assertEquals(at("../x/A.tsx"), { file: `${root}/x/A.tsx` });
  assertEquals(at("/abs/A.tsx"), { file: "/abs/A.tsx" });
  assertEquals(at("file:///a%20b.ts"), { file: "/a b.ts" });
  assertEquals(at("@/domain/a.ts"), { file: `${root}/domain/a.ts` });
  assertEquals(at("@/own.ts"), { file: `${root}/other.ts` });
  assertEquals(at("preact"), { npm: "preact" });
  assertEquals(at("preact/hooks"), { npm: "preact/hooks" });
  assertEquals(at("scoped"), { npm: "@scope/name/sub" });
  assertEquals(at("npm:x@1/y"), { npm: "x/y" });
  assertEquals(at("fresh"), { file: `${dir}/linked/mod.ts` });
  assertEquals(at("fresh/runtime"), { file: `${dir}/linked/src/runtime.ts` });
  assertEquals(at("jsr:@fresh/core@2/runtime"), {
    file: `${dir}/linked/src/runtime.ts`,
  });
  assertEquals(at("@app/member"), { file: `${root}/member/mod.ts` });
  assertEquals(at("unknown"), null);

  // The nearest configuration first, then the app's.
  assertEquals(at("esbuild", `${dir}/linked/src`), { npm: "esbuild" });
  assertEquals(at("preact", `${dir}/linked/src`), { npm: "preact" });
  assertEquals(at("preact", `${root}/member`), { npm: "preact" });

  assertThrows(() => at("jsr:@std/path"), Error, "not linked");
  assertThrows(() => at("url"), Error, "other servers");
});

Deno.test("a configuration that pages cannot be rendered with is refused", async () => {
  await using tmp = await withTmpDir();
  const check = async (compilerOptions: unknown) => {
    const text = JSON.stringify({ compilerOptions });
    await writeFiles(tmp.dir, { "deno.json": text, "sub/x.ts": "" });
    return checkDenoCompilerOptions(`${tmp.dir}/sub`);
  };
  assertEquals(
    (await check({ jsx: "react-jsx", jsxImportSource: "preact" }))
      .jsxImportSource,
    "preact",
  );
  const refusal = async (options: unknown) => {
    const error: unknown = await check(options).catch((error) => error);
    return error instanceof Error ? error.message : "accepted";
  };
  const precompile = { jsx: "precompile", jsxImportSource: "preact" };
  assertEquals(
    (await refusal({ jsx: "react-jsx" })).includes("jsxImportSource"),
    true,
  );
  const message = await refusal({
    ...precompile,
    jsxPrecompileSkipElements: ["a", "img"],
  });
  assertEquals(message.includes("jsxPrecompileSkipElements to contain"), true);
});

Deno.test("client files are named as their modules", () => {
  const cases: [string, string][] = [
    ["http://example.com", "example"],
    ["https://example.com:8000/foo/bar", "bar"],
    ["file:///a/b%20c.tsx", "b_c"],
    ["jsr:@foo/bar", "foo_bar"],
    ["jsr:@foo/bar@^1.0.0", "foo_bar"],
    ["jsr:@foo/bar@~1.0.0-alpha.32/asdf", "asdf"],
    ["npm:foo", "foo"],
    ["npm:foo@~1.0.0-alpha.32", "foo"],
    ["npm:foo/bar", "bar"],
    ["npm:@foo/bar@1.0.0", "foo_bar"],
    ["npm:@foo/bar/asdf", "asdf"],
    ["foo", "foo"],
    ["@foo/bar", "foo_bar"],
    ["@foo/bar/asdf", "asdf"],
    ["foo/bar", "bar"],
    ["islands/foo.v2.tsx", "foo_v2"],
    ["/islands/_bar-baz-...-$.tsx", "_bar_baz_$"],
    ["/islands/1_hello.tsx", "_hello"],
  ];
  for (const [spec, name] of cases) assertEquals(specToName(spec), name);
});
