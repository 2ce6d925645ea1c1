import * as v from "valibot";
import { env } from "@/env.ts";
import { deleteCookie, readCookies, setCookie } from "./cookies.ts";
import { unwrap } from "./problem.ts";
import { isUuid } from "./uuid.ts";
import { serviceClient } from "@/services/supabase.ts";

const COOKIE = "draft";

/** The longest draft of a stranger, in characters. Mirrored in SQL: the constraint on private.drafts. */
const STRANGERS_MAX = 20_000;

/** Whether a draft may be kept: strangers do not fill the database. */
export function fits(fields: unknown, owner: string | null = null): boolean {
  return owner !== null || JSON.stringify(fields).length < STRANGERS_MAX - 500;
}

/** How long a draft is kept until its sender has signed in, in seconds. */
const LIFETIME = 60 * 60;

/**
 * Keeps what was typed into a form whose sender is no longer signed in. The answers stay in the database;
 * the browser gets an unguessable ticket for them. When the `owner` is known, nobody else gets them back; when not, what is
 * longer than any form of a visitor is not kept.
 */
export async function saveDraft(
  responseHeaders: Headers,
  path: string,
  form: FormData,
  owner: string | null = null,
): Promise<void> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.includes("password")) continue;
    fields[name] = value;
  }
  if (!fits(fields, owner)) return;
  const ticket: string = unwrap(
    await serviceClient().rpc("save_draft", {
      path,
      fields,
      account_id: owner ?? undefined,
    }),
  );
  setCookie(responseHeaders, {
    name: COOKIE,
    value: ticket,
    path,
    maxAge: LIFETIME,
    httpOnly: true,
    sameSite: "lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}

/** The answers kept for this page, once; null when there are none, or they are not the `reader`'s. */
export async function consumeDraft(
  request: Request,
  responseHeaders: Headers,
  reader: string | null = null,
): Promise<Record<string, string> | null> {
  const ticket = readCookies(request)[COOKIE];
  if (!isUuid(ticket)) return null;
  const path = new URL(request.url).pathname;
  deleteCookie(responseHeaders, COOKIE, path);
  const fields = unwrap(
    await serviceClient().rpc("consume_draft", {
      ticket,
      path,
      account_id: reader ?? undefined,
    }),
  );
  return v.parse(v.nullable(v.record(v.string(), v.string())), fields);
}

/** Forgets the answers kept for a page: they were sent. */
export function clearDraft(responseHeaders: Headers, path: string): void {
  deleteCookie(responseHeaders, COOKIE, path);
}
