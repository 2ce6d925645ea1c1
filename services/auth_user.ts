import * as v from "valibot";
import { isLanguage, type Language } from "@/i18n/mod.ts";
import { serviceClient } from "./supabase.ts";

/** What Supabase Auth tells of a user in its hooks, as far as messages need it. */
export const AuthUser = v.object({
  id: v.string(),
  email: v.optional(v.string(), ""),
  new_email: v.optional(v.string(), ""),
  phone: v.optional(v.string(), ""),
  user_metadata: v.nullish(v.record(v.string(), v.unknown()), {}),
});
export type AuthUser = v.InferOutput<typeof AuthUser>;

/** Reading the language may take so long; a message in French is better than none. In milliseconds. */
const PATIENCE = 800;

/** In which language somebody is written to: of the account, of the sign-up, or French. */
export async function languageOf(user: AuthUser): Promise<Language> {
  const { data } = await serviceClient()
    .from("accounts")
    .select("language")
    .eq("id", user.id)
    .abortSignal(AbortSignal.timeout(PATIENCE))
    .maybeSingle();
  const candidates = [data?.language, user.user_metadata?.language];
  return candidates.find(isLanguage) ?? "fr";
}

/** First and last name; empty when Auth does not know it. */
export function nameOf({ user_metadata }: AuthUser): string {
  const name = user_metadata?.name;
  return typeof name === "string" ? name : "";
}
