/**
 * `deno task db:advisors`: what Supabase's linter finds in the migrations, in a database of its own; fails for a
 * warning. The CLI comes from npm, with npm: Deno asks the registry for its programs of every other system, too, and
 * fails where one is missing. `unused_index` (information) says nothing of an empty database.
 */
import { join } from "node:path";
import { openDatabase } from "../local/supabase/database.ts";
import { migrate } from "../local/supabase/migrations.ts";
import { testPostgres } from "../local/supabase/testing.ts";

const VERSION = "3.1.0";

const systems = { linux: "linux", darwin: "darwin", windows: "windows" };
const architectures = { x86_64: "x64", aarch64: "arm64" };

await using server = await testPostgres();
await (await openDatabase({ url: server.url }))[Symbol.asyncDispose]();
const workdir = new URL("..", import.meta.url).pathname;
await migrate({ url: server.url, workdir, seeds: [] });
// A folder without our config.toml, whose hooks are asked for in the environment.
const folder = await Deno.makeTempDir({ prefix: "advisors-" });
let passed = false;
try {
  passed = await run(await installCli(folder), [
    ...["db", "advisors", "--remote", server.url],
    ...["--level", "warn", "--fail-on", "warn"],
  ]);
} finally {
  await Deno.remove(folder, { recursive: true });
}
// After what is disposed of at the end of this module.
Deno.exitCode = passed ? 0 : 1;

/** The program of this system. */
async function installCli(folder: string): Promise<string> {
  const { os, arch } = Deno.build;
  const system = Object.entries(systems).find(([name]) => name === os)?.[1];
  const name = `@supabase/cli-${system}-${architectures[arch]}`;
  const npm = ["run", "-A", "--no-lock", "npm:npm@11", "install"];
  const args = [...npm, "--silent", "--no-save", `${name}@${VERSION}`];
  if (!await run(Deno.execPath(), args)) throw new Error(`npm: ${name}`);
  const file = os === "windows" ? "supabase.exe" : "supabase";
  return join(folder, "node_modules", name, "bin", file);
}

async function run(program: string, args: string[]): Promise<boolean> {
  const child = new Deno.Command(program, { args, cwd: folder });
  return (await child.spawn().status).success;
}
