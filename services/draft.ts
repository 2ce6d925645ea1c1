import { deleteCookie, getCookies, setCookie } from "@std/http";
import { env } from "@/env.ts";
import { unwrap } from "./problem.ts";
import { serviceClient } from "./supabase.ts";

const COOKIE = "draft";

/** How long an unsent form is kept for whoever has to sign in first, in seconds. */
const LIFETIME = 60 * 60;

/**
 * Keeps what was typed into a form whose sender is no longer signed in. The answers stay in the database;
 * the browser gets an unguessable ticket for them. When the `owner` is known, nobody else gets them back.
 */
export async function keepDraft(
  answer: Headers,
  path: string,
  form: FormData,
  owner: string | null = null,
): Promise<void> {
  const fields = Object.fromEntries(
    [...form].filter(([name, value]) =>
      typeof value === "string" && !name.includes("password")
    ),
  );
  const ticket: string = unwrap(
    await serviceClient().rpc("keep_draft", {
      path,
      fields,
      account_id: owner,
    }),
  );
  setCookie(answer, {
    name: COOKIE,
    value: ticket,
    path,
    maxAge: LIFETIME,
    httpOnly: true,
    sameSite: "Lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}

/** The answers kept for this page, once; null when there are none, or they are not the `reader`'s. */
export async function takeDraft(
  request: Request,
  answer: Headers,
  reader: string | null = null,
): Promise<Record<string, string> | null> {
  const ticket = getCookies(request.headers)[COOKIE];
  if (ticket === undefined || !/^[0-9a-f-]{36}$/.test(ticket)) return null;
  const path = new URL(request.url).pathname;
  deleteCookie(answer, COOKIE, { path });
  return unwrap(
    await serviceClient().rpc("take_draft", {
      ticket,
      path,
      account_id: reader,
    }),
  );
}

/** Forgets the answers kept for a page: they were sent. */
export function dropDraft(answer: Headers, path: string): void {
  deleteCookie(answer, COOKIE, { path });
}
