import type { Sql } from "postgres";

/**
 * Sessions after password and SMS code for some accounts, made in the tables of Auth: what policies ask for, without
 * hundreds of sign-ins. Returns each account's claims as PostgREST passes them.
 */
export async function openSessions(
  sql: Sql,
  accounts: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ id: string; user_id: string }[]>`
    with factor as (
      insert into auth.mfa_factors (id, user_id, factor_type, status, phone, created_at, updated_at)
      select gen_random_uuid(), id, 'phone', 'verified', phone, now(), now()
      from public.accounts where id = any(${accounts}::uuid[])
      returning id, user_id
    )
    insert into auth.sessions (id, user_id, factor_id, aal, created_at, updated_at)
    select gen_random_uuid(), user_id, id, 'aal2', now(), now() from factor
    returning id, user_id`;
  // Else the first plans are those of empty tables.
  await sql`analyze auth.mfa_factors, auth.sessions`;
  return rows.map(({ id, user_id }) =>
    JSON.stringify({
      sub: user_id,
      role: "authenticated",
      aal: "aal2",
      session_id: id,
    })
  );
}
