import { AuthError } from "./errors.ts";
import { jsonb, type Queries } from "./context.ts";
import { findUser, type UserRow } from "./users.ts";

/** What a new account begins with; e-mail lower case, phone as digits. */
export interface NewUser {
  id?: string;
  aud?: string;
  role?: string;
  email?: string;
  phone?: string;
  passwordHash?: string;
  userMetadata?: Record<string, unknown>;
  appMetadata?: Record<string, unknown>;
}

/** Makes an account with its identities. Throws 422 `email_exists` or `phone_exists`. */
export async function insertUser(
  sql: Queries,
  wanted: NewUser,
): Promise<UserRow> {
  const id = wanted.id ?? crypto.randomUUID();
  const providers = [
    ...(wanted.email ? ["email"] : []),
    ...(wanted.phone ? ["phone"] : []),
  ];
  const inserted = await sql`
    insert into auth.users ${
    sql({
      id,
      instance_id: "00000000-0000-0000-0000-000000000000",
      aud: wanted.aud ?? "authenticated",
      role: wanted.role || "authenticated",
      email: wanted.email || null,
      phone: wanted.phone || null,
      encrypted_password: wanted.passwordHash ?? "",
      raw_app_meta_data: jsonb(sql, {
        ...(providers.length > 0 ? { provider: providers[0], providers } : {}),
        ...wanted.appMetadata,
      }),
      raw_user_meta_data: jsonb(sql, wanted.userMetadata ?? {}),
      confirmation_token: "",
      recovery_token: "",
      email_change: "",
      email_change_token_new: "",
      created_at: new Date(),
      updated_at: new Date(),
    })
  } on conflict do nothing`;
  if (inserted.count === 0) throw await duplicate(sql, wanted);
  for (const provider of providers) {
    await insertIdentity(sql, id, provider, wanted);
  }
  return await reload(sql, id);
}

async function duplicate(
  sql: Queries,
  { email, phone }: NewUser,
): Promise<AuthError> {
  if (email && await findUser(sql, { email })) return emailExists();
  if (phone && await findUser(sql, { phone })) return phoneExists();
  return new AuthError(422, "user_already_exists", "User already registered");
}

/** 422 for an address that belongs to somebody. */
export const emailExists = () =>
  new AuthError(
    422,
    "email_exists",
    "A user with this email address has already been registered",
  );

/** 422 for a number that belongs to somebody. */
export const phoneExists = () =>
  new AuthError(
    422,
    "phone_exists",
    "A user with this phone number has already been registered",
  );

async function insertIdentity(
  sql: Queries,
  id: string,
  provider: string,
  { email, phone }: NewUser,
): Promise<void> {
  const identity = { sub: id, email_verified: false, phone_verified: false };
  const details = provider === "email"
    ? { ...identity, email }
    : { ...identity, phone };
  await sql`
    insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
    values (${id}, ${id}, ${
    jsonb(sql, details)
  }, ${provider}, now(), now(), now())`;
}

/** Changes columns of auth.users and returns the user as he is then. */
export async function updateUser(
  sql: Queries,
  id: string,
  changes: Record<string, unknown>,
): Promise<UserRow> {
  await sql`update auth.users set ${
    sql({ ...changes, updated_at: new Date() })
  } where id = ${id}`;
  return await reload(sql, id);
}

/** Marks the address as the user's own, in the account and in its identity. */
export async function confirmEmail(
  sql: Queries,
  user: UserRow,
): Promise<UserRow> {
  await updateIdentity(sql, user, "email", { email_verified: true });
  const raw_user_meta_data = jsonb(
    sql,
    merged(user.raw_user_meta_data, { email_verified: true }),
  );
  return await updateUser(sql, user.id, {
    email_confirmed_at: new Date(),
    is_anonymous: false,
    confirmation_token: "",
    raw_user_meta_data,
  });
}

/** Marks the number as the user's own. */
export async function confirmPhone(
  sql: Queries,
  user: UserRow,
): Promise<UserRow> {
  await updateIdentity(sql, user, "phone", { phone_verified: true });
  return await updateUser(sql, user.id, {
    phone_confirmed_at: new Date(),
    is_anonymous: false,
    confirmation_token: "",
  });
}

/** Sets members of an identity's data, making the identity when the user has none of that kind. */
export async function updateIdentity(
  sql: Queries,
  user: UserRow,
  provider: "email" | "phone",
  changes: Record<string, unknown>,
): Promise<void> {
  const { count } = await sql`
    update auth.identities set identity_data = identity_data || ${
    jsonb(sql, changes)
  }, updated_at = now()
    where user_id = ${user.id} and provider = ${provider}`;
  if (count > 0) return;
  await insertIdentity(sql, user.id, provider, {
    email: user.email ?? "",
    phone: user.phone ?? "",
  });
  await updateIdentity(sql, user, provider, changes);
  const providers = [
    ...new Set([...asStrings(user.raw_app_meta_data?.providers), provider]),
  ];
  await updateUser(sql, user.id, {
    raw_app_meta_data: jsonb(
      sql,
      merged(user.raw_app_meta_data, { providers }),
    ),
  });
}

/** Metadata after a change: members of value null are removed, the others set. */
export function merged(
  before: Record<string, unknown> | null,
  changes: Record<string, unknown>,
): Record<string, unknown> {
  const all = Object.entries({ ...before, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "string")
    : [];
}

async function reload(sql: Queries, id: string): Promise<UserRow> {
  const user = await findUser(sql, { id });
  if (!user) throw new AuthError(404, "user_not_found", "User not found");
  return user;
}
