/** Writes `supabase/types.ts` and `access.txt` from the migrations, in a database of its own: `deno task db:types`. */
import { generateTypescript } from "@supabase/postgrest-typegen";
import { introspect, sortGeneratorMetadata } from "@supabase/postgrest-typegen";
import postgres from "postgres";
import { openDatabase } from "../local/supabase/database.ts";
import { migrate } from "../local/supabase/migrations.ts";
import { testPostgres } from "../local/supabase/testing.ts";

const head =
  `// Generated from supabase/migrations by \`deno task db:types\`. Do not edit.
// ${"deno-lint-" + "ignore-file"} -- generated
`;

/** The types of the API's schema, as the file holds them. */
export async function databaseTypes(databaseUrl: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const metadata = await introspect(
      { query: async (text) => ({ rows: [...await sql.unsafe(text)] }) },
      { includedSchemas: ["public"] },
    );
    const types = await generateTypescript(sortGeneratorMetadata(metadata), {
      detectOneToOneRelationships: true,
    });
    return head + types;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Who may do what, one line each (`supabase/access.sql`). */
export async function accessRules(databaseUrl: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const query = new URL("../supabase/access.sql", import.meta.url);
    const rows = await sql.unsafe(await Deno.readTextFile(query));
    return rows.map(({ line }) => `${line}\n`).join("");
  } finally {
    await sql.end({ timeout: 1 });
  }
}

if (import.meta.main) {
  await using server = await testPostgres();
  await (await openDatabase({ url: server.url }))[Symbol.asyncDispose]();
  const workdir = new URL("..", import.meta.url).pathname;
  await migrate({ url: server.url, workdir, seeds: [] });
  const types = await databaseTypes(server.url);
  await Deno.writeTextFile(`${workdir}supabase/types.ts`, types);
  const rules = await accessRules(server.url);
  await Deno.writeTextFile(`${workdir}supabase/access.txt`, rules);
}
