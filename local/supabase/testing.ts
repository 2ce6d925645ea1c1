import { openDatabase } from "./database.ts";
import { startPostgres } from "./postgres.ts";
import type { Database } from "./types.ts";

/** A database of its own for a test, like a new Supabase project, gone at the end of the scope. */
export interface TestDatabase extends Database {
  /** The superuser's address. */
  url: string;
}

/**
 * Starts a Postgres of its own in a temporary folder and brings it to the state of a new project.
 *
 * @example
 * await using db = await testDatabase();
 * await db.admin`create table public.notes (id int)`;
 */
export async function testDatabase(): Promise<TestDatabase> {
  const directory = await Deno.makeTempDir({ prefix: "supabase-test-" });
  await Deno.chmod(directory, 0o711);
  const postgres = await startPostgres({ directory, throwaway: true });
  const database = await openDatabase({ url: postgres.url });
  return {
    ...database,
    url: postgres.url,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await postgres.stop();
      await Deno.remove(directory, { recursive: true });
    },
  };
}
