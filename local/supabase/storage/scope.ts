import type { Sql, TransactionSql } from "postgres";
import type { Claims, Database } from "../types.ts";

/** For whom and for what a transaction runs. */
export interface Scope {
  claims: Claims;
  token: string;
  method: string;
  path: string;
  headers: string;
  /** The name that policies see as `storage.operation()`. */
  operation: string;
}

/** Runs `work` as the caller: what his policies forbid does not happen. */
export async function asCaller<T>(
  db: Database,
  scope: Scope,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  return await inTransaction(db.authenticator, "commit", async (sql) => {
    await become(sql, scope);
    return await work(sql);
  });
}

/** Asks whether the caller may do `work`, and takes it back. Throws what Postgres says when he may not. */
export async function mayDo(
  db: Database,
  scope: Scope,
  work: (sql: TransactionSql) => Promise<unknown>,
): Promise<void> {
  await inTransaction(db.authenticator, "rollback", async (sql) => {
    await become(sql, scope);
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
  { claims, token, method, path, headers, operation }: Scope,
) {
  await sql`select
    set_config('request.jwt', ${token}, true),
    set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
    set_config('request.jwt.claim.sub', ${claims.sub ?? ""}, true),
    set_config('request.jwt.claim.role', ${claims.role}, true),
    set_config('request.headers', ${headers}, true),
    set_config('request.method', ${method}, true),
    set_config('request.path', ${path}, true),
    set_config('storage.operation', ${operation}, true),
    set_config('storage.allow_delete_query', 'true', true),
    set_config('role', ${claims.role}, true)`;
}
