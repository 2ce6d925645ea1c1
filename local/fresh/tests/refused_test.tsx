import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { App, csp } from "fresh";
import { Builder } from "fresh/dev";
import { join } from "node:path";
import {
  collectIslands,
  enclose,
  registerIslands,
} from "../server/boundary.ts";
import { renderToString } from "preact-render-to-string";
import { options } from "preact";

// deno-lint-ignore no-explicit-any -- what a caller without types may pass
const anything = (value: unknown) => value as any;

Deno.test("options that this edition lacks are refused by name", () => {
  assertThrows(
    () => new App(anything({ basePath: "/x" })),
    Error,
    "App: basePath",
  );
  assertThrows(
    () => csp(anything({ reportOnly: true })),
    Error,
    "csp: reportOnly",
  );
  assertThrows(
    () => new Builder(anything({ islandDir: "x" })),
    Error,
    "Builder: islandDir",
  );
  assertThrows(() => new App().use(anything("/x")), Error, "with a path");
  assertThrows(
    () => new App().get("/x/*", () => new Response()),
    Error,
    "/x/*",
  );
});

const files = {
  "a layout": "routes/_layout.tsx",
  "a page for 404": "routes/_404.tsx",
  "an error page of a folder": "routes/x/_error.tsx",
  "a rest": "routes/[...rest].tsx",
  "an optional name": "routes/[[id]].tsx",
  "a part of a segment": "routes/x[id].tsx",
  "a group": "routes/(group)/index.tsx",
};
for (const [what, file] of Object.entries(files)) {
  Deno.test(`${what} is refused by its file's name`, async () => {
    const root = await Deno.makeTempDir();
    const path = join(root, file);
    await Deno.mkdir(join(path, ".."), { recursive: true });
    await Deno.writeTextFile(path, "export default () => null;");
    const builder = new Builder({ root });
    await assertRejects(() => builder.build(), Error, "not supported");
    await Deno.remove(root, { recursive: true });
  });
}

Deno.test("props that JSON would lose are refused by their path", () => {
  const Island = (_: { given: unknown }) => <b>island</b>;
  registerIslands("Island", { Island });
  const before = options.vnode;
  options.vnode = (element) => enclose(element);
  const draw = (given: unknown) =>
    collectIslands(() => 0, () => renderToString(<Island given={given} />));
  try {
    const good = { a: [1, "x", null, { b: true, c: undefined }] };
    assertEquals(draw(good), "<!--island:0--><b>island</b><!--/island-->");
    const bad = {
      "a function": () => {},
      "a date": new Date(),
      "a map": new Map(),
      "a big number": 1n,
      NaN: NaN,
      "an element": <i>x</i>,
      "nothing in a list": [undefined],
    };
    for (const [what, value] of Object.entries(bad)) {
      assertThrows(() => draw({ x: value }), Error, "Island.given.x", what);
    }
  } finally {
    options.vnode = before;
  }
});
