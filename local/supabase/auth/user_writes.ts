import { jsonb, type Queries } from "./context.ts";
import { AuthError, refusal } from "./errors.ts";
import { findUser, type UserRow } from "./users.ts";

/** How an account is reached; each has an identity of its own. */
export type Provider = "email" | "phone";
type Metadata = Record<string, unknown>;

/** What a new account begins with; e-mail lower case, phone as digits. */
export interface NewUser {
  id?: string;
  aud?: string;
  role?: string;
  email?: string;
  phone?: string;
  passwordHash?: string;
  userMetadata?: Metadata;
  appMetadata?: Metadata;
}

/** Makes an account with its identities. Throws 422 `email_exists` or `phone_exists`. */
export async function insertUser(
  sql: Queries,
  wanted: NewUser,
): Promise<UserRow> {
  const { id = crypto.randomUUID(), email, phone } = wanted;
  const providers: Provider[] = [];
  if (email) providers.push("email");
  if (phone) providers.push("phone");
  const [provider] = providers;
  const row = {
    id,
    instance_id: "00000000-0000-0000-0000-000000000000",
    aud: wanted.aud || "authenticated",
    role: wanted.role || "authenticated",
    email: email || null,
    phone: phone || null,
    encrypted_password: wanted.passwordHash ?? "",
    raw_app_meta_data: jsonb(sql, {
      ...(provider ? { provider, providers } : {}),
      ...wanted.appMetadata,
    }),
    raw_user_meta_data: jsonb(sql, wanted.userMetadata ?? {}),
    confirmation_token: "",
    recovery_token: "",
    email_change: "",
    email_change_token_new: "",
    created_at: new Date(),
    updated_at: new Date(),
  };
  const { count } = await sql`insert into auth.users ${
    sql(row)
  } on conflict do nothing`;
  if (count === 0) throw await duplicate(sql, wanted);
  for (const provider of providers) {
    await insertIdentity(sql, id, provider, wanted[provider] ?? "");
  }
  return await reload(sql, id);
}

async function duplicate(
  sql: Queries,
  { email, phone }: NewUser,
): Promise<AuthError> {
  if (email && await findUser(sql, { email })) return refusal("email_exists");
  if (phone && await findUser(sql, { phone })) return refusal("phone_exists");
  return refusal("user_already_exists");
}

async function insertIdentity(
  sql: Queries,
  id: string,
  provider: Provider,
  address: string,
): Promise<void> {
  const details = {
    sub: id,
    [provider]: address,
    email_verified: false,
    phone_verified: false,
  };
  await sql`
    insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
    values (${id}, ${id}, ${
    jsonb(sql, details)
  }, ${provider}, now(), now(), now())`;
}

/** Columns of auth.users with their new values; of metadata only the members that change, null for those to remove. */
export interface UserChanges {
  user_metadata?: Metadata | null;
  app_metadata?: Metadata | null;
  [column: string]: unknown;
}

/** Changes the user and returns him as he is then. */
export async function updateUser(
  sql: Queries,
  { id }: UserRow,
  { user_metadata, app_metadata, ...columns }: UserChanges,
): Promise<UserRow> {
  const merged = (column: string, changes: Metadata) =>
    sql`(select coalesce(jsonb_object_agg(key, value), '{}')
      from jsonb_each(coalesce(${sql(column)}, '{}') || ${jsonb(sql, changes)})
      where value <> 'null')`;
  if (user_metadata) {
    columns.raw_user_meta_data = merged("raw_user_meta_data", user_metadata);
  }
  if (app_metadata) {
    columns.raw_app_meta_data = merged("raw_app_meta_data", app_metadata);
  }
  columns.updated_at = new Date();
  await sql`update auth.users set ${sql(columns)} where id = ${id}`;
  return await reload(sql, id);
}

/** Marks the address or number as the user's own, in the account and in its identity. */
export async function confirm(
  sql: Queries,
  user: UserRow,
  provider: Provider,
): Promise<UserRow> {
  const verified = { [`${provider}_verified`]: true };
  await updateIdentity(sql, user, provider, verified);
  return await updateUser(sql, user, {
    [`${provider}_confirmed_at`]: new Date(),
    is_anonymous: false,
    confirmation_token: "",
    user_metadata: provider === "email" ? verified : null,
  });
}

/** Gives the user another address or number, with `changes`. Throws 422 when somebody else has it. */
export async function moveTo(
  sql: Queries,
  user: UserRow,
  provider: Provider,
  address: string,
  verified: boolean,
  changes: UserChanges = {},
): Promise<UserRow> {
  const key = provider === "email" ? { email: address } : { phone: address };
  const owner = await findUser(sql, key);
  if (owner && owner.id !== user.id) throw refusal(`${provider}_exists`);
  const moved = await updateUser(sql, user, { ...key, ...changes });
  await updateIdentity(sql, moved, provider, {
    ...key,
    [`${provider}_verified`]: verified,
  });
  return await reload(sql, user.id);
}

/** Makes a number the user's own, confirmed. */
export function changePhone(
  sql: Queries,
  user: UserRow,
  phone: string,
): Promise<UserRow> {
  return moveTo(sql, user, "phone", phone, true, {
    phone_change: "",
    phone_change_token: "",
    phone_confirmed_at: new Date(),
    is_anonymous: false,
  });
}

/** Sets members of an identity's data, making the identity when the user has none of that kind. */
async function updateIdentity(
  sql: Queries,
  user: UserRow,
  provider: Provider,
  changes: Metadata,
): Promise<void> {
  const update = () =>
    sql`
    update auth.identities set identity_data = identity_data || ${
      jsonb(sql, changes)
    }, updated_at = now()
    where user_id = ${user.id} and provider = ${provider}`;
  if ((await update()).count > 0) return;
  await insertIdentity(sql, user.id, provider, user[provider] ?? "");
  await update();
  const known = user.raw_app_meta_data?.providers;
  const providers = new Set(Array.isArray(known) ? known : []).add(provider);
  await updateUser(sql, user, { app_metadata: { providers: [...providers] } });
}

async function reload(sql: Queries, id: string): Promise<UserRow> {
  const user = await findUser(sql, { id });
  if (!user) throw refusal("user_not_found");
  return user;
}
