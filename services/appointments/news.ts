import { env } from "@/env.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import type { Person } from "@/services/auth/session.ts";

/** What the island `AppointmentNews` needs on a page of whoever is signed in. */
export function newsOf(
  { person, language, texts }: {
    person: Person | null;
    language: Language;
    texts: Catalogue;
  },
) {
  const { entryChanged, entryGone } = texts.frame;
  return {
    topic: `${person?.kind === "doctor" ? "doctor" : "account"}:${person?.id}`,
    access: {
      url: env().SUPABASE_URL,
      publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
    },
    now: new Date().toISOString(),
    language,
    texts: { entryChanged, entryGone },
  };
}
