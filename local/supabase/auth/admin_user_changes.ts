import * as v from "valibot";
import { parseDuration } from "../units.ts";
import {
  type AuthContext,
  flag,
  type Handler,
  inTransaction,
  json,
  jsonb,
  type Queries,
  readBody,
  text,
} from "./context.ts";
import { invalid } from "./errors.ts";
import { clearTokens } from "./one_time_tokens.ts";
import { hashPassword, unknownPassword } from "./passwords.ts";
import { endSessions } from "./sessions.ts";
import {
  emailExists,
  insertUser,
  merged,
  phoneExists,
  updateIdentity,
  updateUser,
} from "./user_writes.ts";
import {
  findUser,
  isUuid,
  requireUser,
  toUser,
  type UserRow,
} from "./users.ts";
import { checkEmail, checkPassword, checkPhone } from "./validation.ts";

const AdminUser = v.object({
  id: text,
  aud: text,
  role: text,
  email: text,
  phone: text,
  password: v.nullish(v.string()),
  password_hash: text,
  email_confirm: flag,
  phone_confirm: flag,
  user_metadata: json,
  app_metadata: json,
  ban_duration: text,
});
type AdminUser = v.InferOutput<typeof AdminUser>;

/** `POST /admin/users`: an account, without any message. */
export const createUser: Handler = async (context, request) => {
  const body = await readBody(request, AdminUser);
  if (!body.email && !body.phone) {
    throw invalid("Cannot create a user without either an email or phone");
  }
  if (body.id && !isUuid(body.id)) {
    throw invalid("ID must conform to the uuid v4 format");
  }
  if (body.password && body.password_hash) {
    throw invalid("Only a password or a password hash should be provided");
  }
  const passwordHash = await hashOf(context, body) ??
    await unknownPassword(context.sql);
  const changes = adminChanges(body);
  const email = body.email ? checkEmail(body.email) : "";
  const phone = body.phone ? checkPhone(body.phone) : "";
  const created = await inTransaction(context, async (sql) => {
    const user = await insertUser(sql, {
      ...{ email, phone, passwordHash },
      id: body.id || undefined,
      aud: body.aud || undefined,
      role: body.role,
      userMetadata: body.user_metadata ?? {},
      appMetadata: body.app_metadata ?? {},
    });
    return await confirmAndChange(sql, user, body, changes);
  });
  return Response.json(toUser(created));
};

/** `PUT /admin/users/:id`: changes at once, without confirmation. */
export const changeUser: Handler = async (context, request) => {
  const body = await readBody(request, AdminUser);
  const user = await requireUser(context.sql, request.params.user ?? "");
  const passwordHash = await hashOf(context, body);
  const changes = {
    ...adminChanges(body),
    ...(body.role ? { role: body.role } : {}),
  };
  const changed = await inTransaction(context, async (sql) => {
    await changeAddresses(sql, user, body);
    if (passwordHash !== undefined) {
      await clearTokens(sql, user.id);
      await endSessions(sql, user.id, "global", null);
    }
    const password = passwordHash === undefined
      ? {}
      : { encrypted_password: passwordHash };
    const metadata = {
      ...(body.user_metadata
        ? {
          raw_user_meta_data: jsonb(
            sql,
            merged(user.raw_user_meta_data, body.user_metadata),
          ),
        }
        : {}),
      ...(body.app_metadata
        ? {
          raw_app_meta_data: jsonb(
            sql,
            merged(user.raw_app_meta_data, body.app_metadata),
          ),
        }
        : {}),
    };
    const next = await updateUser(sql, user.id, { ...password, ...metadata });
    return await confirmAndChange(sql, next, body, changes);
  });
  return Response.json(toUser(changed));
};

async function hashOf(
  { config, sql }: AuthContext,
  { password, password_hash }: AdminUser,
): Promise<string | undefined> {
  if (password_hash) {
    if (/^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(password_hash)) {
      return password_hash;
    }
    throw invalid("Only bcrypt password hashes are supported");
  }
  if (!password) return undefined;
  checkPassword(config, password);
  return await hashPassword(sql, password);
}

/** What an administrator's body says about the row itself. */
function adminChanges({ ban_duration }: AdminUser): Record<string, unknown> {
  if (!ban_duration) return {};
  if (ban_duration === "none") return { banned_until: null };
  try {
    return {
      banned_until: new Date(Date.now() + parseDuration(ban_duration) * 1000),
    };
  } catch {
    throw invalid(
      "invalid format for ban duration: " + ban_duration.slice(0, 40),
    );
  }
}

async function confirmAndChange(
  sql: Queries,
  user: UserRow,
  { email_confirm, phone_confirm }: AdminUser,
  changes: Record<string, unknown>,
): Promise<UserRow> {
  const now = new Date();
  if (email_confirm && user.email) {
    await updateIdentity(sql, user, "email", { email_verified: true });
  }
  if (phone_confirm && user.phone) {
    await updateIdentity(sql, user, "phone", { phone_verified: true });
  }
  const emailVerified = email_confirm
    ? {
      raw_user_meta_data: jsonb(
        sql,
        merged(user.raw_user_meta_data, { email_verified: true }),
      ),
    }
    : {};
  return await updateUser(sql, user.id, {
    ...changes,
    ...(email_confirm && user.email
      ? { email_confirmed_at: now, ...emailVerified }
      : {}),
    ...(phone_confirm && user.phone ? { phone_confirmed_at: now } : {}),
  });
}

async function changeAddresses(
  sql: Queries,
  user: UserRow,
  body: AdminUser,
): Promise<void> {
  const email = body.email ? checkEmail(body.email) : "";
  const phone = body.phone ? checkPhone(body.phone) : "";
  if (email && email !== user.email) {
    if (await findUser(sql, { email })) throw emailExists();
    const changed = await updateUser(sql, user.id, { email });
    await updateIdentity(sql, changed, "email", {
      email,
      email_verified: body.email_confirm,
    });
  }
  if (phone && phone !== user.phone) {
    if (await findUser(sql, { phone })) throw phoneExists();
    const changed = await updateUser(sql, user.id, { phone });
    await updateIdentity(sql, changed, "phone", {
      phone,
      phone_verified: body.phone_confirm,
    });
  }
}
