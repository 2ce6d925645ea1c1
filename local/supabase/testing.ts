import { dirname, join } from "node:path";
import { bootstrapDigest, openDatabase } from "./database.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import type { Database } from "./types.ts";

/** A database of its own for a test, like a new Supabase project, gone at the end of the scope. */
export interface TestDatabase extends Database {
  /** The superuser's address. */
  url: string;
}

/**
 * Starts a Postgres of its own in a temporary folder, in the state of a new project.
 *
 * @example
 * await using db = await testDatabase();
 * await db.admin`create table public.notes (id int)`;
 */
export async function testDatabase(): Promise<TestDatabase> {
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await testPostgres());
  const database = stack.use(await openDatabase({ url }));
  const started = stack.move();
  return {
    ...database,
    url,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** The server of a `testDatabase`, for what opens the database by itself. `directory` is free to be used besides. */
export async function testPostgres(): Promise<
  Postgres & { directory: string }
> {
  const directory = await temporaryFolder();
  await copy(join(await template(dirname(directory)), "postgres"), directory);
  const postgres = await startPostgres({ directory, throwaway: true });
  return {
    ...postgres,
    directory,
    async [Symbol.asyncDispose]() {
      await postgres.stop();
      await Deno.remove(directory, { recursive: true });
    },
  };
}

/** A new project to copy: made once for a state of `sql/`, since making one costs five times as much. */
async function template(root: string): Promise<string> {
  const folder = join(
    root,
    `supabase-template-${Deno.uid() ?? ""}-${await bootstrapDigest()}`,
  );
  if (await ownFolder(folder)) return folder;
  await removeOld(root);
  const directory = await temporaryFolder();
  const postgres = await startPostgres({ directory, throwaway: true });
  await (await openDatabase({ url: postgres.url }))[Symbol.asyncDispose]();
  await postgres.stop();
  await Deno.remove(join(directory, "postgres", "port")); // each copy takes a port of its own
  try {
    await Deno.rename(directory, folder);
  } catch {
    await Deno.remove(directory, { recursive: true }); // another test was faster
  }
  if (await ownFolder(folder)) return folder;
  throw new Error(`${folder} belongs to somebody else`);
}

/** Templates of a former `sql/` that nobody used for a day. */
async function removeOld(root: string): Promise<void> {
  for await (const { name } of Deno.readDir(root)) {
    const folder = join(root, name);
    if (!name.startsWith("supabase-template-") || !await ownFolder(folder)) {
      continue;
    }
    const { mtime } = await Deno.stat(folder);
    if (mtime && Date.now() - mtime.getTime() > 86_400_000) {
      await Deno.remove(folder, { recursive: true });
    }
  }
}

async function ownFolder(folder: string): Promise<boolean> {
  const found = await Deno.lstat(folder).catch(() => undefined);
  return found?.isDirectory === true && found.uid === Deno.uid();
}

/** Reachable for the user that Postgres runs as. */
async function temporaryFolder(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "supabase-test-" });
  await Deno.chmod(folder, 0o711);
  return folder;
}

/** With owners and modes, which Postgres insists on. */
async function copy(from: string, to: string): Promise<void> {
  const { success, stderr } = await new Deno.Command("cp", {
    args: ["-a", from, to],
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
