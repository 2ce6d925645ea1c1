import * as v from "valibot";
import { parseDuration } from "../units.ts";
import {
  type Call,
  flag,
  type Handler,
  inTransaction,
  json,
  type Queries,
  readBody,
  text,
} from "./context.ts";
import { invalid } from "./errors.ts";
import { clearTokens } from "./one_time_tokens.ts";
import { hashPassword, unknownPassword } from "./passwords.ts";
import { endSessions } from "./sessions.ts";
import {
  confirm,
  insertUser,
  moveTo,
  updateUser,
  type UserChanges,
} from "./user_writes.ts";
import { isUuid, requireUser, toUser, type UserRow } from "./users.ts";
import { checkEmail, checkPassword, checkPhone } from "./validation.ts";

const AdminUser = v.object({
  id: text,
  aud: text,
  role: text,
  email: text,
  phone: text,
  password: text,
  password_hash: text,
  email_confirm: flag,
  phone_confirm: flag,
  user_metadata: json,
  app_metadata: json,
  ban_duration: text,
});
type AdminUser = v.InferOutput<typeof AdminUser>;

/** `POST /admin/users`: an account, without any message. */
export const createUser: Handler = async (call) => {
  const body = await readBody(call, AdminUser);
  if (!body.email && !body.phone) {
    throw invalid("Cannot create a user without either an email or phone");
  }
  if (body.id && !isUuid(body.id)) {
    throw invalid("ID must conform to the uuid v4 format");
  }
  if (body.password && body.password_hash) {
    throw invalid("Only a password or a password hash should be provided");
  }
  const passwordHash = await hashOf(call, body) ??
    await unknownPassword(call.sql);
  const ban = banOf(body);
  const { id, aud, role } = body;
  const wanted = {
    ...{ id: id || undefined, aud, role, passwordHash },
    ...addressesOf(body),
    userMetadata: body.user_metadata ?? {},
    appMetadata: body.app_metadata ?? {},
  };
  const created = await inTransaction(call, async (sql) => {
    const user = await insertUser(sql, wanted);
    return await changeAndConfirm(sql, user, body, ban);
  });
  return Response.json(toUser(created));
};

/** `PUT /admin/users/:id`: changes at once, without confirmation. */
export const changeUser: Handler = async (call) => {
  const body = await readBody(call, AdminUser);
  const user = await requireUser(call.sql, call.params.user ?? "");
  const hash = await hashOf(call, body);
  const { email, phone } = addressesOf(body);
  const { user_metadata, app_metadata } = body;
  const changes: UserChanges = { ...banOf(body), user_metadata, app_metadata };
  if (body.role) changes.role = body.role;
  if (hash !== undefined) changes.encrypted_password = hash;
  const changed = await inTransaction(call, async (sql) => {
    if (email && email !== user.email) {
      await moveTo(sql, user, "email", email, body.email_confirm);
    }
    if (phone && phone !== user.phone) {
      await moveTo(sql, user, "phone", phone, body.phone_confirm);
    }
    if (hash !== undefined) {
      await clearTokens(sql, user);
      await endSessions(sql, user.id, "global", null);
    }
    return await changeAndConfirm(sql, user, body, changes);
  });
  return Response.json(toUser(changed));
};

async function hashOf(
  { config, sql }: Call,
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

function addressesOf({ email, phone }: AdminUser) {
  return {
    email: email && checkEmail(email),
    phone: phone && checkPhone(phone),
  };
}

function banOf({ ban_duration }: AdminUser): UserChanges {
  if (!ban_duration) return {};
  if (ban_duration === "none") return { banned_until: null };
  try {
    const end = Date.now() + parseDuration(ban_duration) * 1000;
    return { banned_until: new Date(end) };
  } catch {
    const shown = ban_duration.slice(0, 40);
    throw invalid(`invalid format for ban duration: ${shown}`);
  }
}

async function changeAndConfirm(
  sql: Queries,
  user: UserRow,
  { email_confirm, phone_confirm }: AdminUser,
  changes: UserChanges,
): Promise<UserRow> {
  let changed = await updateUser(sql, user, changes);
  if (email_confirm && changed.email) {
    changed = await confirm(sql, changed, "email");
  }
  if (phone_confirm && changed.phone) {
    changed = await confirm(sql, changed, "phone");
  }
  return changed;
}
