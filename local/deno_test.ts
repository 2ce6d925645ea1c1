import { assertEquals } from "@std/assert";
import { CONFIG, withConfig } from "./deno.ts";

async function read(path: string | URL): Promise<Record<string, unknown>> {
  return JSON.parse(await Deno.readTextFile(path));
}

Deno.test("the two configurations differ by the links, their lock and the workspace only", async () => {
  const production = await read(new URL("../deno.json", import.meta.url));
  const { links, lock, workspace, ...shared } = await read(CONFIG);
  assertEquals(shared, production);
  assertEquals(lock, "deno.local.lock");
  // A host has no local/: a workspace that names its folders could not be opened there.
  assertEquals(
    (workspace as string[]).every((one) => one.startsWith("./local/")),
    true,
  );
  // Each link is an edition of a package that the app imports from its registry.
  const imported = Object.values(production.imports ?? {}).map((target) =>
    /^jsr:(@[\w-]+\/[\w-]+)@/.exec(target)?.[1]
  ).filter((name) => name !== undefined);
  const names = await Promise.all(
    (links as string[]).map(async (folder) =>
      // the file is ours; Deno refuses anything else
      (await read(new URL(`../${folder}/deno.json`, import.meta.url))).name
    ),
  );
  assertEquals(names.sort(), imported.sort());
});

Deno.test("production is built without a link and without this folder's configuration", async () => {
  const { links, lock, workspace, tasks } = await read(
    new URL("../deno.json", import.meta.url),
  );
  assertEquals([links, lock, workspace], [undefined, undefined, undefined]);
  for (const [name, { command }] of Object.entries(tasks as Tasks)) {
    const local = command.includes("--config deno.local.json");
    const production = ["build", "serve", "ok"].includes(name);
    assertEquals(local, !production, name);
  }
});

Deno.test("the configuration stands behind the subcommand", () => {
  assertEquals(withConfig(["test", "-A", "x.ts"]), [
    "test",
    "--config",
    CONFIG,
    "-A",
    "x.ts",
  ]);
});

/** As both configurations write their tasks. */
type Tasks = Record<string, { command: string }>;
