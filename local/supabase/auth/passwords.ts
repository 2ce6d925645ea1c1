import { sameText } from "../same_text.ts";
import type { Queries } from "./context.ts";

/** The longest password that bcrypt takes in full, in bytes. */
export const LONGEST_PASSWORD = 72;

/** bcrypt's cost, as upstream: about 80 ms of work, done by Postgres so that this process answers others meanwhile. */
const COST = 10;

/** A hash as GoTrue stores it: `$2a$`. */
export async function hashPassword(
  sql: Queries,
  password: string,
): Promise<string> {
  return await crypt(sql, password, sql`local_supabase.bcrypt_salt(${COST})`);
}

/** The hash of a password that nobody knows: being 122 random bits, it needs no slow hash. */
export async function unknownPassword(sql: Queries): Promise<string> {
  return await crypt(
    sql,
    crypto.randomUUID(),
    sql`local_supabase.bcrypt_salt(4)`,
  );
}

/** Whether `password` is the one of `stored`; takes as long when there is none, so that time tells nothing. */
export async function passwordMatches(
  sql: Queries,
  password: string,
  stored: string | null,
): Promise<boolean> {
  // $2b$ and $2y$ are other names of what pgcrypto knows as $2a$.
  const known = (stored || NOBODYS_HASH).replace(/^\$2[by]\$/, "$2a$");
  const given = await crypt(sql, password, sql`${known}::text`);
  return sameText(given, known) && Boolean(stored);
}

const NOBODYS_HASH =
  "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5J0hTn3sXQSX5g5r4yGm0gBqvTqGe";

async function crypt(
  sql: Queries,
  password: string,
  salt: ReturnType<Queries>,
): Promise<string> {
  const [row] = await sql<
    { hash: string }[]
  >`select local_supabase.bcrypt(${password}, ${salt}) as hash`;
  return row?.hash ?? "";
}
