import { getCookies, setCookie } from "@std/http";
import { env } from "@/env.ts";
import { isLanguage, type Language } from "@/i18n/mod.ts";

const COOKIE = "language";

/** The language chosen on an earlier visit; null when none was. */
export function readLanguage(request: Request): Language | null {
  const value = getCookies(request.headers)[COOKIE];
  return isLanguage(value) ? value : null;
}

/** Remembers the chosen language for a year. */
export function rememberLanguage(answer: Headers, language: Language): void {
  setCookie(answer, {
    name: COOKIE,
    value: language,
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
    sameSite: "Lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
}
