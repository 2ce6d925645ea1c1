import type { Sql, TransactionSql } from "postgres";
import type { Database } from "../types.ts";
import type { Call } from "./service.ts";

/**
 * Runs `work` as the caller: what his policies forbid does not happen.
 * They see `operation` as `storage.operation()`.
 */
export async function asCaller<T>(
  call: Call,
  operation: string,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  await call.claims(); // a token that is refused needs no connection
  return await inTransaction(call.db.authenticator, "commit", async (sql) => {
    await become(sql, call, operation);
    return await work(sql);
  });
}

/** Asks whether the caller may do `work`, and takes it back. Throws what Postgres says when he may not. */
export async function mayDo(
  call: Call,
  operation: string,
  work: (sql: TransactionSql) => Promise<unknown>,
): Promise<void> {
  await call.claims();
  await inTransaction(call.db.authenticator, "rollback", async (sql) => {
    await become(sql, call, operation);
    await work(sql);
  });
}

/** Runs `work` as the service itself, past all policies. */
export async function asService<T>(
  db: Database,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  return await inTransaction(db.admin, "commit", async (sql) => {
    await sql`select set_config('storage.allow_delete_query', 'true', true)`;
    return await work(sql);
  });
}

class RolledBack extends Error {}

async function inTransaction<T>(
  pool: Sql,
  end: "commit" | "rollback",
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await pool.begin(async (sql) => {
      result = { value: await work(sql) };
      if (end === "rollback") throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (!result) throw new Error("a transaction ended without a result");
  return result.value;
}

async function become(
  sql: TransactionSql,
  { claims, token, request, url }: Call,
  operation: string,
) {
  const all = await claims();
  const { role, sub = "" } = all;
  const headers = JSON.stringify(Object.fromEntries(request.headers));
  await sql`select
    set_config('request.jwt', ${token}, true),
    set_config('request.jwt.claims', ${JSON.stringify(all)}, true),
    set_config('request.jwt.claim.sub', ${sub}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('request.headers', ${headers}, true),
    set_config('request.method', ${request.method}, true),
    set_config('request.path', ${url.pathname}, true),
    set_config('storage.operation', ${operation}, true),
    set_config('storage.allow_delete_query', 'true', true),
    set_config('role', ${role}, true)`;
}
