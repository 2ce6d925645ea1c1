import { deleteCookie, getCookies, setCookie } from "@std/http";
import { safeNext } from "@/domain/paths.ts";
import { env } from "@/env.ts";

const DESTINATION = "destination";

const SIGN_UP = "sign-up";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How long a sign-up may wait for its code, in seconds. Twin: public.renew_sign_up_code. */
const LIFETIME = 60 * 60;

/** The sign-up that this browser began; null when there is none. */
export function readSignUpId(request: Request): string | null {
  const id = getCookies(request.headers)[SIGN_UP];
  return id !== undefined && UUID.test(id) ? id : null;
}

/** Lets the browser know its sign-up: whoever has the id may try its code. */
export function keepSignUpId(answer: Headers, id: string): void {
  keep(answer, SIGN_UP, id, LIFETIME);
}

/** Keeps where somebody was going who has to activate the account first, as long as the link in the e-mail lives. */
export function keepDestination(answer: Headers, path: string): void {
  keep(answer, DESTINATION, encodeURIComponent(path), 24 * 60 * 60);
}

/** Where somebody was going before the sign-up, once. */
export function takeDestination(
  request: Request,
  answer: Headers,
): string | undefined {
  const kept = getCookies(request.headers)[DESTINATION];
  if (kept === undefined) return undefined;
  deleteCookie(answer, DESTINATION, { path: "/" });
  try {
    return safeNext(decodeURIComponent(kept)) ?? undefined;
  } catch {
    return undefined; // not ours
  }
}

function keep(answer: Headers, name: string, value: string, maxAge: number) {
  setCookie(answer, {
    name,
    value,
    path: "/",
    maxAge,
    httpOnly: true,
    sameSite: "Lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}
