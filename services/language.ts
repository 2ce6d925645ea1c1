import { getCookies, setCookie } from "@std/http";
import { env } from "@/env.ts";
import { isLanguage, type Language } from "@/i18n/mod.ts";

/** Name of the cookie of the chosen language: the only one that says nothing of a person. */
export const LANGUAGE_COOKIE = "language";

/** The language chosen on an earlier visit; null when none was. */
export function readLanguage(request: Request): Language | null {
  const value = getCookies(request.headers)[LANGUAGE_COOKIE];
  return isLanguage(value) ? value : null;
}

/** Remembers the chosen language for a year. */
export function rememberLanguage(answer: Headers, language: Language): void {
  setCookie(answer, {
    name: LANGUAGE_COOKIE,
    value: language,
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
    sameSite: "Lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}
