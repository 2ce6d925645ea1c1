import { setTimeout as delay } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { Listener } from "./listener.ts";
import type { Database } from "./types.ts";

/** How to reach a database. */
export interface DatabaseOptions {
  /** A superuser's `postgres://` address. */
  url: string;
  /** How long the server may take to be there, in milliseconds. */
  patience?: number;
}

const SQL_FOLDER = new URL("./sql/", import.meta.url);

/**
 * Opens the two pools, after bringing the server to the state of a new Supabase project where it is not yet.
 * Both connect again by themselves after a restart of the server. Throws when no server answers in time.
 */
export async function openDatabase(
  { url, patience = 30_000 }: DatabaseOptions,
): Promise<Database> {
  const admin = postgres(url, { ...poolOptions("supabase"), max: 10 });
  try {
    await answering(admin, patience);
    await bootstrap(admin);
    const open = async (role: string) =>
      postgres(await loginUrl(admin, url, role), {
        ...poolOptions(role),
        max: 10,
      });
    const authenticator = await open("authenticator");
    const auth = await open("supabase_auth_admin");
    const close = async () => {
      await Promise.all(
        [admin, authenticator, auth].map((sql) => sql.end({ timeout: 1 })),
      );
    };
    return {
      admin,
      authenticator,
      auth,
      listen: listener(admin),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await admin.end({ timeout: 1 });
    throw error;
  }
}

function poolOptions(name: string) {
  return {
    connection: { application_name: name },
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    // A server that restarts is tried again soon, not after the driver's growing pauses.
    backoff: (attempt: number) => Math.min(attempt * 0.1, 1),
    onnotice: () => {},
  };
}

async function answering(sql: Sql, patience: number): Promise<void> {
  for (const end = Date.now() + patience;;) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw new Error("The database does not answer", { cause: error });
      }
      await delay(100);
    }
  }
}

/** Tells one state of `sql/` from another. */
export async function bootstrapDigest(): Promise<string> {
  const texts = (await bootstrapFiles()).map((name) =>
    Deno.readTextFile(new URL(name, SQL_FOLDER))
  );
  return (await sha256((await Promise.all(texts)).join("\n"))).slice(0, 16);
}

async function bootstrapFiles(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(SQL_FOLDER));
  return entries.map((entry) => entry.name).filter((name) =>
    name.endsWith(".sql")
  ).sort();
}

/** Runs each file of `sql/` that is new or changed, in the order of their names; the files may run again. */
async function bootstrap(admin: Sql): Promise<void> {
  const names = await bootstrapFiles();
  await admin.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('local_supabase.bootstrap'))`;
    await transaction`create schema if not exists local_supabase`;
    await transaction`create table if not exists local_supabase.applied (name text primary key, digest text not null)`;
    const applied = new Map(
      (await transaction<
        { name: string; digest: string }[]
      >`select name, digest from local_supabase.applied`)
        .map(({ name, digest }) => [name, digest]),
    );
    let changed = false; // a later file may build on an earlier one
    for (const name of names) {
      const text = await Deno.readTextFile(new URL(name, SQL_FOLDER));
      const digest = await sha256(text);
      changed ||= applied.get(name) !== digest;
      if (!changed) continue;
      await transaction.unsafe(text);
      await transaction`
        insert into local_supabase.applied values (${name}, ${digest})
        on conflict (name) do update set digest = excluded.digest`;
    }
  });
}

/** A role's password follows from the superuser's, so that several gateways on one server agree on it. */
async function loginUrl(
  admin: Sql,
  adminUrl: string,
  role: string,
): Promise<string> {
  const url = new URL(adminUrl);
  const password = await sha256(`${role}:${decodeURIComponent(url.password)}`);
  await admin.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('local_supabase.bootstrap'))`;
    // The password is hexadecimal and needs no quoting.
    await transaction`alter role ${transaction(role)} password ${
      transaction.unsafe(`'${password}'`)
    }`;
  });
  url.username = role;
  url.password = password;
  return url.href;
}

function listener(admin: Sql): Database["listen"] {
  return (channel, onNotify, onReconnect) =>
    Listener.start(admin, channel, onNotify, onReconnect ?? (() => {}));
}

async function sha256(text: string): Promise<string> {
  return new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)),
  ).toHex();
}
