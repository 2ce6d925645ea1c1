import { assertEquals } from "@std/assert";
import { createFakeFs, delay, withTmpDir, writeFiles } from "../test_utils.ts";
import { crawlFsItem, crawlRouteDir, walkDir } from "./fs_crawl.ts";

const TESTS = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;

Deno.test("each module is waited for, tests are left out", async () => {
  const fs = createFakeFs({
    "routes/a.tsx": "",
    "routes/a_test.tsx": "",
    "routes/b.test.ts": "",
    "routes/c/d.ts": "",
  });
  const seen: string[] = [];
  await walkDir(fs, "routes", async ({ path }) => {
    await delay(1);
    seen.push(path);
  }, [TESTS]);
  assertEquals(seen, ["routes/a.tsx", "routes/c/d.ts"]);
  await walkDir(fs, "missing", () => void seen.push("missing"), []);
  assertEquals(seen.length, 2);
});

Deno.test("what each file is, where it applies and what it answers", async () => {
  const islands: string[] = [];
  const files = await crawlRouteDir(
    createFakeFs({
      "routes/_app.tsx": "",
      "routes/_404.tsx": "",
      "routes/a/_500.tsx": "",
      "routes/(g)/_layout.tsx": "",
      "routes/(g)/index.tsx": "",
      "routes/(g)/[id].tsx": "export const config = { routeOverride: '/x' }",
      "routes/(_islands)/Foo.tsx": "",
      "routes/(_lib)/bar.ts": "",
    }),
    "routes",
    [],
    (path) => islands.push(path),
  );
  assertEquals(
    files.map(({ id, type, pattern, routePattern, lazy }) =>
      [id, type, pattern, routePattern, lazy].join(" ")
    ),
    [
      "/_app app * * false",
      "/_404 notFound * * false",
      "/a/_500 error /a /a false",
      "/(g)/_layout layout /(g) /(g) false",
      "/(g)/index route /(g)/ / true",
      "/(g)/[id] route /(g)/:id /:id false",
    ],
  );
  assertEquals(islands, ["routes/(_islands)/Foo.tsx"]);
});

Deno.test("islands are found in their folder and beside routes", async () => {
  await using tmp = await withTmpDir({ prefix: "a folder " });
  await writeFiles(tmp.dir, {
    "islands/sub/A.tsx": "",
    "islands/A_test.tsx": "",
    "islands/readme.md": "",
    "routes/x/(_islands)/B.tsx": "",
    "routes/index.tsx": "",
  });
  const { islands, routes } = await crawlFsItem({
    islandDir: `${tmp.dir}/islands`,
    routeDir: `${tmp.dir}/routes`,
    ignore: [TESTS],
  });
  assertEquals(islands, [
    `${tmp.dir}/islands/sub/A.tsx`,
    `${tmp.dir}/routes/x/(_islands)/B.tsx`,
  ]);
  assertEquals(routes.map(({ id }) => id), ["/index"]);
});
