import * as v from "valibot";
import {
  flag,
  type Handler,
  inTransaction,
  jsonb,
  readBody,
} from "./context.ts";
import { invalid } from "./errors.ts";
import { deleteFactor, requireFactor } from "./factors.ts";
import { clearTokens } from "./one_time_tokens.ts";
import { updateUser } from "./user_writes.ts";
import {
  listUsers,
  requireUser,
  toFactor,
  toUser,
  type UserRow,
} from "./users.ts";

/** `GET /admin/users?page&per_page`. */
export const listAllUsers: Handler = async ({ sql, url, request }) => {
  const [page, perPage] = [
    pageNumber(url, "page", 1),
    pageNumber(url, "per_page", 50),
  ];
  const { users, total } = await listUsers(sql, page, Math.min(perPage, 1000));
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (to: number, rel: string) =>
    `</admin/users?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  const links = [
    ...(page < last ? [link(page + 1, "next")] : []),
    link(last, "last"),
  ];
  const aud = request.headers.get("x-jwt-aud") ?? "authenticated";
  return Response.json({ users: users.map(toUser), aud }, {
    headers: { "x-total-count": String(total), link: links.join(", ") },
  });
};

/** `GET /admin/users/:id`. */
export const getUser: Handler = async ({ sql, params }) => {
  const user = await requireUser(sql, params.user ?? "");
  return Response.json(toUser(user));
};

const Deletion = v.object({
  should_soft_delete: flag,
});

/** `DELETE /admin/users/:id`: for good, or (soft) with everything personal replaced by hashes. */
export const deleteUser: Handler = async (call) => {
  const { should_soft_delete } = await readBody(call, Deletion);
  const user = await requireUser(call.sql, call.params.user ?? "");
  await inTransaction(call, async (sql) => {
    if (!should_soft_delete) {
      return void await sql`delete from auth.users where id = ${user.id}`;
    }
    await clearTokens(sql, user);
    await sql`delete from auth.sessions where user_id = ${user.id}`;
    await sql`delete from auth.mfa_factors where user_id = ${user.id}`;
    await sql`delete from auth.identities where user_id = ${user.id}`;
    await updateUser(sql, user, {
      email: user.email && await obscured(user, user.email),
      phone: user.phone && (await obscured(user, user.phone)).slice(0, 15),
      encrypted_password: "",
      email_change: "",
      phone_change: "",
      raw_user_meta_data: jsonb(sql, {}),
      raw_app_meta_data: jsonb(sql, {}),
      deleted_at: new Date(),
    });
  });
  return Response.json({});
};

/** `GET /admin/users/:id/factors`. */
export const listFactors: Handler = async ({ sql, params }) => {
  const { factors } = await requireUser(sql, params.user ?? "");
  return Response.json(factors.map(toFactor));
};

/** `DELETE /admin/users/:id/factors/:factor`. */
export const removeFactor: Handler = async (call) => {
  const user = await requireUser(call.sql, call.params.user ?? "");
  const factor = requireFactor(call, user);
  await deleteFactor(call, factor.id);
  return Response.json(toFactor(factor));
};

async function obscured(user: UserRow, value: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(user.id + value),
  );
  return new Uint8Array(digest).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

function pageNumber(url: URL, name: string, preset: number): number {
  const value = url.searchParams.get(name);
  if (!value) return preset;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw invalid(`Bad Pagination Parameters: ${name}`);
  }
  return number || preset;
}
