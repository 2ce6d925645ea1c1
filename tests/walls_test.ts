import { assert, assertEquals } from "@std/assert";
import {
  importsOf,
  isApp,
  isTest,
  placesOf,
  roomOf,
  trackedFiles,
} from "./tree.ts";

/**
 * Who may import whom (docs/architecture.md, "Rooms"). `define.ts` and `env.ts` lie beside the rooms:
 * types of a request, and the configuration of a server.
 */
const mayImport: Record<string, readonly string[]> = {
  "main.ts": ["routes", "services", "jobs", "define.ts", "env.ts"],
  "dev.ts": ["main.ts", "services"],
  "define.ts": ["services", "i18n"],
  "env.ts": [],
  routes: [
    "islands",
    "components",
    "services",
    "domain",
    "i18n",
    "define.ts",
    "env.ts",
  ],
  islands: ["components", "domain", "i18n", "browser"],
  components: ["domain", "i18n"],
  services: ["domain", "i18n", "env.ts", "supabase"],
  browser: ["domain", "i18n"],
  jobs: ["services", "domain", "i18n", "env.ts"],
  domain: [],
  i18n: ["domain"],
  supabase: [],
};

const files = await trackedFiles();
const app = files.filter(isApp);

Deno.test("a room imports only the rooms it may", () => {
  assert(app.length > 150, "the app's files were not found");
  const wrong = app.flatMap((file) => {
    const room = roomOf(file.path);
    const allowed = mayImport[room];
    if (allowed === undefined) return [`${file.path}: a room nobody knows`];
    return importsOf(file).map(roomOf)
      .filter((other) => other !== room && !allowed.includes(other))
      .map((other) => `${file.path} -> ${other}`);
  });
  assertEquals(wrong, []);
});

Deno.test("the services on one machine import nothing of the app", () => {
  const local = files.filter(({ path }) =>
    /^local\/.*\.(tsx?|js)$/.test(path) && !isTest(path)
  );
  assert(local.length > 100, "the local services were not found");
  const wrong = local.flatMap((file) =>
    importsOf(file).filter((path) => !path.startsWith("local/"))
      .map((path) => `${file.path} -> ${path}`)
  );
  assertEquals(wrong, []);
});

Deno.test("each service on one machine stands alone", () => {
  const parts = ["fresh", "std", "supabase", "jitsi", "carriers"];
  const partOf = (path: string) => /^local\/([^/]+)\//.exec(path)?.[1];
  const wrong = files.filter(({ path }) => parts.includes(partOf(path) ?? ""))
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path))
    .flatMap((file) =>
      importsOf(file).filter((path) => partOf(path) !== partOf(file.path))
        .map((path) => `${file.path} -> ${path}`)
    );
  assertEquals(wrong, []);
});

Deno.test("nobody writes an address by hand", () => {
  const writers = app.filter(({ path }) =>
    /^(routes|islands|components|services|browser|jobs)\//.test(path)
  );
  // A page's path begins with its language, the others with api; static files are no pages. Comments may show one.
  const path =
    /^(?!\s*(?:\*|\/\*\*|\/\/)).*["'`]\/(?:(?:fr|de|en|lb|pt|api)["'`/]|\$\{\w*[lL]anguage\w*\}\/)/;
  assert(path.test('go("/fr/sign-in")') && path.test("`/${language}/help`"));
  assertEquals(placesOf(writers, path), []);
});

Deno.test("the secret key is used by services only", () => {
  const wrong = placesOf(
    app.filter(({ path }) =>
      !/^services\//.test(path) && path !== "env.ts" && roomOf(path) !== "jobs"
    ),
    /SUPABASE_SECRET_KEY|serviceClient/,
  );
  assertEquals(wrong, []);
});

Deno.test("the app says what it has to say to the log", () => {
  assertEquals(placesOf(app, /\bconsole\.\w+\(/), []);
});

Deno.test("what a browser gets names no server's configuration", () => {
  const browser = app.filter(({ path }) =>
    /^(islands|components|browser|domain|i18n)\//.test(path)
  );
  assertEquals(placesOf(browser, /\bDeno\.|\bprocess\.env\b/), []);
});

Deno.test("a button that needs a script is a ScriptButton", () => {
  const wrong = app.filter(({ path }) =>
    path !== "components/ui/ScriptButton.tsx"
  ).flatMap(({ path, text }) =>
    text.split("<button").slice(1)
      .map((rest) => rest.split("</button>")[0] ?? "")
      .filter((button) =>
        button.includes('type="button"') && !button.includes("popovertarget")
      )
      .map((button) => `${path}: <button${button.slice(0, 80)}`)
  );
  assertEquals(wrong, []);
});
