import type { Sql } from "postgres";

/** The claims of a verified JWT: who asks, and as which Postgres role. */
export interface Claims {
  role: string;
  sub?: string;
  exp?: number;
  [claim: string]: unknown;
}

/** Signs and verifies every token of the gateway: ES256 by key id, HS256 with the shared secret. */
export interface Keys {
  /** The claims of a token. Throws `JwtError` when it is malformed, forged, expired or of a refused algorithm. */
  verify(token: string): Promise<Claims>;
  /** A token signed by the current key. `claims` must hold `exp` (seconds). */
  sign(claims: Claims): Promise<string>;
  /** The public keys, as `/.well-known/jwks.json` shows them. */
  jwks(): { keys: Record<string, unknown>[] };
}

/** Why a token was refused: the parts answer it in their own error shapes. */
export class JwtError extends Error {
  override name = "JwtError";
  constructor(
    readonly reason:
      | "malformed"
      | "algorithm"
      | "signature"
      | "expired"
      | "not_yet"
      | "claims",
    message: string,
  ) {
    super(message);
  }
}

/** What the gateway knows of the caller when a request reaches a part. */
export interface Caller {
  /** The bearer token, after opaque keys were exchanged for a token of their role; null when there is none. */
  token: string | null;
  /** The caller's address: of the socket, or `Sb-Forwarded-For` when a secret key vouches for it. */
  address: string;
}

/** One of auth, rest, realtime and storage: sees its own root paths (the gateway strips `/auth/v1` and so on). */
export interface Part extends AsyncDisposable {
  fetch(request: Request, caller: Caller): Promise<Response>;
}

/**
 * The database as the parts use it.
 * `admin` is the owner of everything; `authenticator` may only become anon, authenticated and service_role,
 * and is what every request on behalf of a caller runs on. `auth` is supabase_auth_admin, as Auth is when hosted.
 */
export interface Database extends AsyncDisposable {
  admin: Sql;
  authenticator: Sql;
  auth: Sql;
  /** Calls `onNotify` for each NOTIFY on `channel`, after commit and in commit order, across reconnects. */
  listen(
    channel: string,
    onNotify: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<AsyncDisposable>;
}
