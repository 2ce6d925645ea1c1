import { fullName } from "@/domain/names.ts";
import * as v from "valibot";
import { isLanguage, type Language } from "@/i18n/mod.ts";
import { serviceClient } from "@/services/supabase.ts";

/** What Supabase Auth tells of a user in its hooks, as far as messages need it. */
export const AuthUser = v.object({
  id: v.string(),
  email: v.optional(v.string(), ""),
  phone: v.optional(v.string(), ""),
  user_metadata: v.nullish(v.record(v.string(), v.unknown()), {}),
});
export type AuthUser = v.InferOutput<typeof AuthUser>;

/** Reading the language may take so long; a message in French is better than none. In milliseconds. */
const TIMEOUT_MS = 800;

/** What is known of a user beside Auth. */
export interface HookAccount {
  /** The database answered. */
  known: boolean;
  /** Of the account, of the sign-up, or French. */
  language: Language;
  /** The confirmed number, E.164; null without an account, and when the database was silent. */
  phone: string | null;
  /** First and last name; empty where it is not known. */
  name: string;
}

/**
 * Language, confirmed number and name of a user, or what does without them. The name in Auth's metadata is not asked:
 * people write there what they like, and a letter of ours would carry it to any address.
 */
export async function accountOf(user: AuthUser): Promise<HookAccount> {
  const { data, error } = await serviceClient()
    .rpc("account_contact", { user_id: user.id })
    .abortSignal(AbortSignal.timeout(TIMEOUT_MS))
    .maybeSingle();
  const candidates = [data?.language, user.user_metadata?.language];
  return {
    known: error === null,
    language: candidates.find(isLanguage) ?? "fr",
    phone: data?.phone ?? null,
    name: data ? fullName(data) : "",
  };
}
