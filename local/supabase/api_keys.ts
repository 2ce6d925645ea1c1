import { sameText } from "./same_text.ts";

/** A key that opens the gateway. */
export interface ApiKey {
  /** The token that stands for it behind the gateway. */
  token: string;
  /** Whether its holder is believed about the caller's address (`Sb-Forwarded-For`): opaque secret keys only. */
  vouches: boolean;
  /** Whether it passes every policy: a server's key. */
  secret: boolean;
}

/** The four keys of a project. */
export interface ApiKeySet {
  publishable: string;
  secret: string;
  anon: string;
  serviceRole: string;
}

/** Knows the keys of the project. */
export interface ApiKeys {
  find(key: string | null | undefined): ApiKey | undefined;
}

/** The keys: opaque ones stand for the legacy token of their role. */
export function createApiKeys(
  { publishable, secret, anon, serviceRole }: ApiKeySet,
): ApiKeys {
  const keys = [
    {
      value: publishable,
      key: { token: anon, vouches: false, secret: false },
    },
    { value: secret, key: { token: serviceRole, vouches: true, secret: true } },
    { value: anon, key: { token: anon, vouches: false, secret: false } },
    {
      value: serviceRole,
      key: { token: serviceRole, vouches: false, secret: true },
    },
  ];
  return {
    find: (wanted) =>
      keys.find(({ value }) => sameText(value, wanted ?? ""))?.key,
  };
}

/** A new opaque key, as long as Supabase's. */
export function newOpaqueKey(kind: "publishable" | "secret"): string {
  const part = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes)).toBase64({
      alphabet: "base64url",
      omitPadding: true,
    });
  return `sb_${kind}_${part(16)}_${part(6)}`;
}

/** The key a request shows: in the header, or on a WebSocket in the query. */
export function presentedKey(headers: Headers, url: URL): string | null {
  return headers.get("apikey") ?? url.searchParams.get("apikey");
}
