import { env } from "@/env.ts";
import { readCookies, setCookie } from "./cookies.ts";
import { isLanguage, type Language } from "@/i18n/mod.ts";

/** Name of the language cookie, the only cookie without personal data. */
export const LANGUAGE_COOKIE = "language";

/** The language chosen on an earlier visit; null when none was. */
export function readLanguage(request: Request): Language | null {
  const value = readCookies(request)[LANGUAGE_COOKIE];
  return isLanguage(value) ? value : null;
}

/** Remembers the chosen language for a year. */
export function rememberLanguage(
  responseHeaders: Headers,
  language: Language,
): void {
  setCookie(responseHeaders, {
    name: LANGUAGE_COOKIE,
    value: language,
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
    sameSite: "lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}
