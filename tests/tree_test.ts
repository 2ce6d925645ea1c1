import { assert, assertEquals } from "@std/assert";
import { placesOf, trackedFiles } from "./tree.ts";

const files = await trackedFiles();

Deno.test("nothing is left for later in the code", () => {
  const mark = new RegExp(["TO", "DO|FIX", "ME|X", "XX\\b"].join(""));
  const code = files.filter(({ path }) => /\.(tsx?|js|css|sql)$/.test(path));
  assertEquals(placesOf(code, mark), []);
});

Deno.test("a lint rule or a type is passed over with a reason only", () => {
  const typescript = files.filter(({ path }) => /\.tsx?$/.test(path));
  assertEquals(placesOf(typescript, /@ts-(?:ignore|nocheck)/), []);
  // In two parts, so that this file does not find itself.
  const passedOver = new RegExp("deno-lint-" + "ignore(?!.* -- \\w)");
  assertEquals(placesOf(typescript, passedOver), []);
});

Deno.test("no file knows the machine it was written on", () => {
  const here = Deno.cwd();
  const wrong = files.filter(({ text }) =>
    here.length > 4 && text.includes(`${here}/`)
  );
  assertEquals(wrong.map(({ path }) => path), []);
  assertEquals(
    placesOf(
      files,
      /(?:^|[^\w.])\/(?:home|Users)\/[a-z]\w*\/|[A-Z]:\\Users\\/,
    ),
    [],
  );
});

Deno.test("no file names where packages were downloaded from", () => {
  const registry =
    /https?:\/\/[^\s"'`)]*(?:registry|npmjs|artifact|nexus|verdaccio)/i;
  const example = ["https:", "", "registry.npmjs.org", "preact"].join("/");
  assert(registry.test(example));
  assertEquals(placesOf(files, registry), []);
});

Deno.test("no file holds a secret", () => {
  const secrets = [
    /-----BEGIN [A-Z ]*PRIVATE KEY/,
    /\bsb_secret_(?!x+)[A-Za-z0-9_-]{20,}/,
    /\bAC(?!x+)(?!(.)\1+)[0-9a-f]{32}\b/,
    /\b(?:gh[pousr]|github_pat|glpat|npm|sk_live|rk_live|xox[abp])[_-][A-Za-z0-9_-]{20,}/,
    /\bAKIA[0-9A-Z]{16}\b/,
    /\bkey-[0-9a-f]{32}\b/,
    /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
  ];
  assert(secrets[1]?.test(`sb_secret_${"a1".repeat(14)}`));
  const found = secrets.flatMap((secret) => placesOf(files, secret));
  assertEquals(found, []);
});

Deno.test("every table, column, view and function of the API is explained", () => {
  const migrations = files.filter(({ path }) =>
    /^supabase\/migrations\/\d{14}_\w+\.sql$/.test(path)
  );
  assert(migrations.length > 20, "the migrations were not found");
  const sql = migrations.map(({ text }) => text).join("\n");
  const wanted = [
    ...tablesOf(sql),
    ...names(sql, /^create (?:or replace )?view ([\w.]+)/gm, "view"),
    ...names(
      sql,
      /^create (?:or replace )?function ((?:public|admin)\.\w+)/gm,
      "function",
    ),
  ];
  const missing = wanted.filter((thing) =>
    !new RegExp(`^comment on ${thing.replaceAll(".", "\\.")}[ (]`, "m")
      .test(sql)
  );
  assert(wanted.length > 100, "the statements were not understood");
  assertEquals(missing, []);
});

Deno.test("what the documents name is in the code", () => {
  const code = files.filter(({ path }) => /\.(tsx?|sql|css)$/.test(path))
    .map(({ text }) => text).join("\n");
  const known = new Set(code.match(/\w+/g));
  const documents = files.filter(({ path }) =>
    /^(?:docs\/(?:glossary|architecture)|(?:(?:browser|components|i18n)\/)?README)\.md$/
      .test(path)
  );
  const missing = documents.flatMap(({ path, text }) => {
    const [named = ""] = text.split("\n## Not these");
    return [...named.matchAll(/`([^`\n]+)`/g)]
      .map(([, name = ""]) => name.replace(/\(.*\)$/, ""))
      .filter((name) =>
        /^[A-Za-z]\w*$/.test(name)
          ? !known.has(name)
          : /^(?:routes|islands|components|domain|services|browser|jobs)\/[\w./-]+$/
            .test(name) && !files.some((file) => file.path.startsWith(name))
      )
      .map((name) => `${path}: ${name}`);
  });
  assert(documents.length > 4, "the documents were not found");
  assertEquals(missing, []);
});

/** `table x.y` and `column x.y.z` of every table that is made. */
function tablesOf(sql: string): string[] {
  const tables = sql.matchAll(/^create table ([\w.]+) \(\n([^]*?)\n\);/gm);
  return [...tables].flatMap(([, table = "", body = ""]) => [
    `table ${table}`,
    ...[...body.matchAll(/^ {2}(\w+) /gm)]
      .map(([, column = ""]) => column)
      .filter((word) =>
        !/^(constraint|primary|unique|foreign|check|exclude)$/.test(word)
      )
      .map((column) => `column ${table}.${column}`),
  ]);
}

function names(sql: string, pattern: RegExp, kind: string): string[] {
  return [...sql.matchAll(pattern)].map(([, name]) => `${kind} ${name}`);
}
