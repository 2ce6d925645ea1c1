import { AuthError, refusal } from "./errors.ts";
import type { Queries } from "./context.ts";

/** A row of auth.users with what belongs to it. */
export interface UserRow {
  id: string;
  aud: string;
  role: string;
  email: string | null;
  encrypted_password: string | null;
  email_confirmed_at: Date | null;
  invited_at: Date | null;
  confirmation_sent_at: Date | null;
  confirmed_at: Date | null;
  recovery_sent_at: Date | null;
  email_change: string | null;
  email_change_sent_at: Date | null;
  email_change_confirm_status: number;
  phone: string | null;
  phone_confirmed_at: Date | null;
  phone_change: string | null;
  phone_change_sent_at: Date | null;
  reauthentication_sent_at: Date | null;
  last_sign_in_at: Date | null;
  raw_app_meta_data: Record<string, unknown> | null;
  raw_user_meta_data: Record<string, unknown> | null;
  created_at: Date;
  updated_at: Date;
  banned_until: Date | null;
  deleted_at: Date | null;
  is_anonymous: boolean;
  identities: IdentityRow[];
  factors: FactorRow[];
}

/** A row of auth.identities, as JSON. */
export interface IdentityRow {
  id: string;
  provider_id: string;
  user_id: string;
  identity_data: Record<string, unknown>;
  provider: string;
  last_sign_in_at: string | null;
  created_at: string;
  updated_at: string;
  email: string | null;
}

/** A row of auth.mfa_factors, as JSON. */
export interface FactorRow {
  id: string;
  user_id: string;
  friendly_name: string | null;
  factor_type: "phone" | "totp";
  status: "verified" | "unverified";
  created_at: string;
  updated_at: string;
  secret: string | null;
  phone: string | null;
  last_challenged_at: string | null;
}

/** What a user is looked up by. */
export type UserKey = { id: string } | { email: string } | { phone: string };

/** The user with identities and factors, or undefined. With `lock`, nobody else changes him until the transaction ends. */
export async function findUser(
  sql: Queries,
  key: UserKey,
  lock = false,
): Promise<UserRow | undefined> {
  const [column, value] = Object.entries(key)[0] ?? ["id", ""];
  const [user] = await sql<UserRow[]>`
    ${selectUsers(sql)}
    where u.${sql(column)} = ${value} and not u.is_sso_user
    ${lock ? sql`for update of u` : sql``}`;
  return user;
}

/** The user of an id that the caller gave. Throws 404. */
export async function requireUser(sql: Queries, id: string): Promise<UserRow> {
  if (!isUuid(id)) {
    throw new AuthError(404, "validation_failed", "user_id must be an UUID");
  }
  const user = await findUser(sql, { id });
  if (!user) throw refusal("user_not_found");
  return user;
}

/** A page of users, the newest first, and how many there are. */
export async function listUsers(sql: Queries, page: number, perPage: number) {
  const users = await sql<UserRow[]>`
    ${
    selectUsers(sql)
  } order by u.created_at desc, u.id limit ${perPage} offset ${
    (page - 1) * perPage
  }`;
  const [row] = await sql<
    { total: number }[]
  >`select count(*)::int as total from auth.users`;
  return { users, total: row?.total ?? 0 };
}

function selectUsers(sql: Queries) {
  return sql`
    select u.*,
      coalesce((select jsonb_agg(i order by i.created_at) from auth.identities i where i.user_id = u.id), '[]')
        as identities,
      coalesce((select jsonb_agg(f order by f.created_at) from auth.mfa_factors f where f.user_id = u.id), '[]')
        as factors
    from auth.users u`;
}

/** What is shown of a user only where it is set. */
const TIMES = [
  "email_confirmed_at",
  "invited_at",
  "phone_confirmed_at",
  "confirmation_sent_at",
  "confirmed_at",
  "recovery_sent_at",
  "email_change_sent_at",
  "phone_change_sent_at",
  "reauthentication_sent_at",
  "last_sign_in_at",
  "banned_until",
  "deleted_at",
] as const;

/** The user as the API shows him. */
export function toUser(user: UserRow) {
  const { id, aud, role, created_at, updated_at, is_anonymous } = user;
  return {
    ...{ id, aud, role },
    email: user.email ?? "",
    phone: user.phone ?? "",
    ...Object.fromEntries(TIMES.map((name) => [name, user[name] ?? undefined])),
    new_email: user.email_change || undefined,
    new_phone: user.phone_change || undefined,
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    factors: user.factors.length > 0 ? user.factors.map(toFactor) : undefined,
    identities: user.identities.map(toIdentity),
    ...{ created_at, updated_at, is_anonymous },
  };
}

function toIdentity({ id, provider_id, email, ...identity }: IdentityRow) {
  return {
    ...identity,
    identity_id: id,
    id: provider_id,
    email: email ?? undefined,
  };
}

/** The factor as the API shows it: never with its secret. */
export function toFactor(factor: FactorRow) {
  const { id, created_at, updated_at, status, factor_type } = factor;
  return {
    ...{ id, created_at, updated_at, status, factor_type },
    friendly_name: factor.friendly_name || undefined,
    phone: factor.phone ?? undefined,
    last_challenged_at: factor.last_challenged_at ?? undefined,
  };
}

/** Whether the user may not sign in for now. */
export function isBanned(user: UserRow): boolean {
  return user.banned_until !== null && user.banned_until > new Date();
}

/** Whether a second factor protects the account. */
export function hasVerifiedFactor(user: UserRow): boolean {
  return user.factors.some((factor) => factor.status === "verified");
}

/** Whether `value` is written like a UUID. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
