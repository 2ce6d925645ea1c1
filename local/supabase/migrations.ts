import { basename, join } from "node:path";
import postgres, { type Sql } from "postgres";
import { splitStatements, type Statement } from "./statements.ts";

/** A statement of a migration or seed that the database refused. */
export class MigrationError extends Error {
  override name = "MigrationError";
  constructor(
    readonly file: string,
    readonly line: number,
    statement: string,
    cause: unknown,
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = cause instanceof postgres.PostgresError
      ? [cause.code, cause.detail, cause.hint]
      : [];
    const shown = statement.length > 300
      ? `${statement.slice(0, 300)} …`
      : statement;
    super(
      `${file}:${line}: ${
        [reason, ...detail.filter(Boolean)].join(" · ")
      }\n${shown}`,
      { cause },
    );
  }
}

/** Where migrations and seeds come from. */
export interface MigrationOptions {
  /** A superuser's address. */
  url: string;
  /** The folder that holds `supabase/`. */
  workdir: string;
  /** The seed files of `config.toml`, relative to `supabase/`; none: no seed. */
  seeds: string[];
}

/**
 * Applies what is new in `supabase/migrations`, each file in a transaction as the role `postgres`, and then each
 * seed file that never ran; both are recorded in the CLI's own tables. Returns the names of what was applied.
 * Throws `MigrationError`, or an error when a migration is older than one that is applied already.
 */
export async function migrate(
  { url, workdir, seeds }: MigrationOptions,
): Promise<string[]> {
  // A connection of its own, so that what a file sets for its session ends with it.
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`set session authorization postgres`;
    await sql`select pg_advisory_lock(hashtext('supabase_migrations'))`;
    await prepare(sql);
    const done: string[] = [];
    for (
      const file of await newMigrations(
        sql,
        join(workdir, "supabase", "migrations"),
      )
    ) {
      await applyMigration(sql, file);
      done.push(basename(file));
    }
    for (const file of await newSeeds(sql, join(workdir, "supabase"), seeds)) {
      await applySeed(sql, file);
      done.push(file.path);
    }
    return done;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Throws away every schema of the project, and with them all data; roles stay. */
export async function resetDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (transaction) => {
      const schemas = await transaction<{ name: string }[]>`
        select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;
      for (const { name } of schemas) {
        await transaction`drop schema ${transaction(name)} cascade`;
      }
      await transaction`create schema public`;
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function prepare(sql: Sql): Promise<void> {
  await sql`
    create table if not exists supabase_migrations.schema_migrations (
      version text primary key, statements text[], name text
    )`;
  await sql`create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)`;
}

async function newMigrations(sql: Sql, folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) =>
    /^\d+_.*\.sql$/.test(name)
  ).sort();
  const applied = await sql<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations order by version`;
  const known = new Set(applied.map(({ version }) => version));
  const last = applied.at(-1)?.version ?? "";
  const fresh = names.filter((name) => !known.has(versionOf(name)));
  const late = fresh.find((name) => versionOf(name) < last);
  if (late) {
    throw new Error(
      `${late} is older than the last applied migration ${last}: give it a later version, or reset`,
    );
  }
  return fresh.map((name) => join(folder, name));
}

async function applyMigration(sql: Sql, file: string): Promise<void> {
  const name = basename(file, ".sql");
  const statements = splitStatements(await Deno.readTextFile(file));
  const version = versionOf(name);
  await sql.begin(async (transaction) => {
    await run(transaction, file, statements);
    await transaction`
      insert into supabase_migrations.schema_migrations (version, name, statements)
      values (${version}, ${name.slice(version.length + 1)}, ${
      statements.map(({ text }) => text)
    })`;
  });
  await resetSession(sql);
}

interface Seed {
  path: string;
  file: string;
}

async function newSeeds(
  sql: Sql,
  folder: string,
  paths: string[],
): Promise<Seed[]> {
  const applied = await sql<
    { path: string }[]
  >`select path from supabase_migrations.seed_files`;
  const known = new Set(applied.map(({ path }) => path));
  const seeds: Seed[] = [];
  for (const pattern of paths) {
    for (const file of await matches(folder, pattern)) {
      const path = join("supabase", file);
      if (!known.has(path)) seeds.push({ path, file: join(folder, file) });
    }
  }
  return seeds;
}

async function applySeed(sql: Sql, { path, file }: Seed): Promise<void> {
  const source = await Deno.readTextFile(file);
  const digest = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source)),
  );
  await sql.begin(async (transaction) => {
    await run(transaction, file, splitStatements(source));
    await transaction`insert into supabase_migrations.seed_files values (${path}, ${digest.toHex()})`;
  });
  await resetSession(sql);
}

async function run(
  sql: postgres.TransactionSql,
  file: string,
  statements: Statement[],
): Promise<void> {
  for (const { text, line } of statements) {
    try {
      await sql.unsafe(text);
    } catch (error) {
      const position = error instanceof postgres.PostgresError
        ? Number(error.position ?? 1)
        : 1;
      throw new MigrationError(
        file,
        line + text.slice(0, position - 1).split("\n").length - 1,
        text,
        error,
      );
    }
  }
}

/** A file may have changed role, search path or other settings for its session: the next one begins anew. */
async function resetSession(sql: Sql): Promise<void> {
  await sql`reset all`;
  await sql`set session authorization postgres`;
}

/** The files of `folder` that a path of `config.toml` names; the last part may hold `*`. */
async function matches(folder: string, pattern: string): Promise<string[]> {
  const path = pattern.replace(/^\.\//, "");
  const parent = path.includes("/")
    ? path.slice(0, path.lastIndexOf("/") + 1)
    : "";
  const expression = path.slice(parent.length).split("*").map((part) =>
    part.replace(/\W/g, "\\$&")
  ).join("[^/]*");
  const names = await namesIn(join(folder, parent));
  return names.filter((name) => new RegExp(`^${expression}$`).test(name)).sort()
    .map((name) => parent + name);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) =>
      name
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function versionOf(name: string): string {
  return /^\d+/.exec(name)?.[0] ?? "";
}
