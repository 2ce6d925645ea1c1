import { assert, assertEquals } from "@std/assert";
import { trackedFiles } from "./tree.ts";

const files = await trackedFiles();
const code = files.filter(({ path }) =>
  /^(?:components|islands|routes|browser|domain)\/.*(?<!_test)\.tsx?$/
    .test(path)
).map(({ text }) => text).join("\n");

/** The names of the classes that a style sheet has rules for. */
function classesIn(css: string): string[] {
  const selectors = css.replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/\{[^{}]*\}/g, "{}");
  const names = selectors.matchAll(/\.([a-z][\w-]*)/g);
  return [...new Set([...names].map(([, name = ""]) => name))];
}

/** Whether the code has this name, whole or with a part that is filled in: `badge-${kind}`, `${name}-menu`. */
function isUsed(name: string): boolean {
  if (new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code)) return true;
  const parts = name.split("-");
  return parts.slice(1).some((_, index) =>
    code.includes(`${parts.slice(0, index + 1).join("-")}-\${`) ||
    code.includes(`}-${parts.slice(index + 1).join("-")}`)
  );
}

Deno.test("no rule of the styles is for a class that nothing has", () => {
  const sheets = files.filter(({ path }) =>
    /^static\/styles\/.*\.css$/.test(path)
  );
  assert(sheets.length > 50, "the styles were not found");
  const found = sheets.flatMap(({ path, text }) =>
    classesIn(text.replaceAll(/@import[^;]*;/g, ""))
      .filter((name) => !isUsed(name)).map((name) => `${path}: ${name}`)
  );
  assertEquals(found, []);
  assertEquals(isUsed("no-such-class"), false);
});
