import { deleteCookie, getCookies, setCookie } from "@std/http";
import { env } from "@/env.ts";

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
  setCookie(answer, {
    name: SIGN_UP,
    value: id,
    path: "/",
    maxAge: LIFETIME,
    httpOnly: true,
    sameSite: "Lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}

/** The sign-up is done, or given up. */
export function dropSignUpId(answer: Headers): void {
  deleteCookie(answer, SIGN_UP, { path: "/" });
}
