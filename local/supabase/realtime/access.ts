import postgres, { type Sql } from "postgres";
import type { Database } from "../types.ts";
import { type Identity, Refusal } from "./identity.ts";

/** What policies speak of as `extension`. */
export type Extension = "broadcast" | "presence";

/** What one member of a private channel may do; a missing answer has not been asked yet. */
export interface Access {
  read: Partial<Record<Extension, boolean>>;
  write: Partial<Record<Extension, boolean>>;
}

/**
 * Which extensions of a private channel may be read: those whose probe row is visible to the caller.
 * The rows never commit. Throws `Refusal`.
 */
export async function mayRead(
  db: Database,
  identity: Identity,
  topic: string,
  extensions: Extension[],
): Promise<Access["read"]> {
  const probes = extensions.map((extension) => ({
    id: crypto.randomUUID(),
    topic,
    extension,
  }));
  const seen = await rolledBack(db.admin, topic, async (sql) => {
    await sql`insert into realtime.messages ${sql(probes)}`;
    await become(sql, identity, topic);
    return await sql<{ id: string }[]>`
      select id from realtime.messages where id in ${
      sql(probes.map(({ id }) => id))
    }`;
  });
  return Object.fromEntries(
    probes.map(({ id, extension }) => [
      extension,
      seen.some((row) => row.id === id),
    ]),
  );
}

/** Whether the caller may insert a row of this extension: the answer of his INSERT policies. Throws `Refusal`. */
export async function mayWrite(
  db: Database,
  identity: Identity,
  topic: string,
  extension: Extension,
): Promise<boolean> {
  return await rolledBack(db.authenticator, topic, async (sql) => {
    await become(sql, identity, topic);
    try {
      await sql`insert into realtime.messages (topic, extension) values (${topic}, ${extension})`;
      return true;
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code === "42501") {
        return false;
      }
      throw error;
    }
  });
}

/** Policies that take longer are refused, not waited for. */
const TIMEOUT = "5s";

/** Takes the caller's role and claims until the end of the transaction. */
async function become(sql: Sql, { claims, headers }: Identity, topic: string) {
  // A token's role is one that the authenticator may take, as for every other part: the probe runs as the owner.
  const [member] = await sql<{ may: boolean }[]>`
    select count(*) > 0 as may from pg_roles r
    where r.rolname = ${claims.role} and pg_has_role('authenticator', r.oid, 'member')`;
  if (!member?.may) throw unauthorized(topic);
  await sql`select
    set_config('statement_timeout', ${TIMEOUT}, true),
    set_config('realtime.topic', ${topic}, true),
    set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
    set_config('request.jwt.claim.sub', ${claims.sub ?? ""}, true),
    set_config('request.jwt.claim.role', ${claims.role}, true),
    set_config('request.headers', ${JSON.stringify(headers)}, true),
    set_config('role', ${claims.role}, true)`;
}

async function rolledBack<T>(
  sql: Sql,
  topic: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  try {
    const connection = await sql.reserve();
    try {
      await connection`begin`;
      return await work(connection);
    } finally {
      await connection`rollback`.catch(() => {}); // the connection is gone, and the transaction with it
      connection.release();
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusal(error, topic);
  }
}

function refusal(error: unknown, topic: string): Refusal {
  if (!(error instanceof postgres.PostgresError)) {
    return new Refusal(
      "UnableToConnectToProject",
      "Realtime was unable to connect to the project database",
    );
  }
  if (error.code === "57014") {
    return new Refusal(
      "QueryCanceled",
      "Query was cancelled, please try again",
    );
  }
  if (error.code === "23514") {
    return new Refusal(
      "MissingPartition",
      "Realtime was unable to find the expected messages partition",
    );
  }
  console.warn(
    `realtime: a policy on realtime.messages failed: ${error.code} ${error.message}`,
  );
  return unauthorized(topic);
}

function unauthorized(topic: string): Refusal {
  return new Refusal(
    "Unauthorized",
    `You do not have permissions to read from this Channel topic: ${topic}`,
  );
}
