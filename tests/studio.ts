import { PostgresMeta } from "@supabase/postgres-meta";
import { house } from "./house.ts";
import { openSql } from "./people.ts";

/**
 * The database as Studio has it: its own back end (postgres-meta), signed in as the role `postgres`. On Supabase that
 * role may sign in; here it may while the returned object lives.
 */
export async function openStudio() {
  await using sql = openSql();
  const password = crypto.randomUUID();
  await sql.unsafe(`alter role postgres login password '${password}'`);
  const url = new URL(house().databaseUrl);
  url.username = "postgres";
  url.password = password;
  const meta = new PostgresMeta({ connectionString: url.href, max: 1 });
  /** Runs what somebody presses or types; the rows, or the sentence that Studio shows. */
  const run = async (
    query: string,
  ): Promise<{ rows: Record<string, unknown>[]; refusal?: string }> => {
    const { data, error } = await meta.query(query);
    return error
      ? { rows: [], refusal: error.message }
      : { rows: Array.isArray(data) ? data : [] };
  };
  return {
    meta,
    run,
    /** Changes cells of a row as the table editor sends it. */
    edit: (table: string, id: string, cells: Record<string, unknown>) => {
      const columns = Object.keys(cells).join(", ");
      const json = JSON.stringify(cells).replaceAll("'", "''");
      return run(
        `update "public"."${table}" set (${columns}) = (select ${columns} from json_populate_record(null::"public"."${table}", '${json}')) where id = '${id}' returning *;`,
      );
    },
    /** Calls a function of the schema admin: its answer, or the refusal. */
    call: async (call: string): Promise<string> => {
      const { rows, refusal } = await run(`select ${call} as answer`);
      return refusal ?? String(rows[0]?.answer);
    },
    async [Symbol.asyncDispose]() {
      await meta.end();
      await using last = openSql();
      await last`alter role postgres nologin`;
    },
  };
}
