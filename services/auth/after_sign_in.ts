import { safeNext } from "@/domain/incoming_paths.ts";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Person } from "./session.ts";

/**
 * Where somebody arrives after signing in: where he was going, in the language he reads now; else the doctor's day or
 * the doctors.
 */
export function afterSignInPath(
  language: Language,
  person: Person,
  next: string | null,
): string {
  return safeNext(next)?.replace(/^\/\w\w/, `/${language}`) ??
    (person.kind === "doctor"
      ? paths.workspace(language)
      : paths.home(language));
}
