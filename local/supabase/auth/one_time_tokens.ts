import type { Config } from "../config.ts";
import type { Queries } from "./context.ts";
import { updateUser } from "./user_writes.ts";
import type { UserRow } from "./users.ts";

/** By the column that shows a token the one that says when it was sent. */
const SENT = {
  confirmation_token: "confirmation_sent_at",
  recovery_token: "recovery_sent_at",
  email_change_token_new: "email_change_sent_at",
  email_change_token_current: "email_change_sent_at",
  phone_change_token: "phone_change_sent_at",
  reauthentication_token: "reauthentication_sent_at",
} as const;

/** What a one-time token is for; also the column of auth.users that shows it. */
export type TokenKind = keyof typeof SENT;

/** When the last token of this kind went out. */
export function sentAt(user: UserRow, kind: TokenKind): Date | null {
  return user[SENT[kind]];
}

/** Keeps the hash of a new token, instead of the user's former one of its kind; `changes` are made with it. */
export async function saveToken(
  sql: Queries,
  user: UserRow,
  kind: TokenKind,
  token: { hash: string; relatesTo: string },
  changes: Record<string, unknown> = {},
): Promise<UserRow> {
  await sql`
    insert into auth.one_time_tokens (id, user_id, token_type, token_hash, relates_to)
    values (${crypto.randomUUID()}, ${user.id}, ${kind}, ${token.hash}, ${token.relatesTo})
    on conflict (user_id, token_type) do update
    set token_hash = excluded.token_hash, relates_to = excluded.relates_to, created_at = now(), updated_at = now()`;
  return await updateUser(sql, user, {
    [kind]: token.hash,
    [SENT[kind]]: new Date(),
    ...changes,
  });
}

/** Takes a token out of the store: of two that present it at once only one finds it. */
export async function takeToken(
  sql: Queries,
  hash: string,
  kinds: TokenKind[],
) {
  const hashes = [hash, PKCE_PREFIX + hash];
  const [taken] = await sql<
    { user_id: string; token_type: TokenKind; relates_to: string }[]
  >`
    delete from auth.one_time_tokens
    where token_hash in ${sql(hashes)} and token_type::text in ${sql(kinds)}
    returning user_id, token_type, relates_to`;
  return taken;
}

/** Before the hash of a token whose flow began with a code challenge. */
export const PKCE_PREFIX = "pkce_";

/** Whether a token sent at that time is too old. */
export function isExpired(
  config: Config,
  user: UserRow,
  kind: TokenKind,
  bySms: boolean,
): boolean {
  const seconds = bySms
    ? config.gotrue.SMS_OTP_EXP
    : config.auth.email.otp_expiry;
  const sent = sentAt(user, kind);
  return sent === null || sent.getTime() + seconds * 1000 < Date.now();
}

/** Forgets every pending token of the user, as a new password does. */
export async function clearTokens(sql: Queries, user: UserRow): Promise<void> {
  await sql`delete from auth.one_time_tokens where user_id = ${user.id}`;
  const kinds = Object.keys(SENT).map((kind) => [kind, ""]);
  await updateUser(sql, user, Object.fromEntries(kinds));
}
