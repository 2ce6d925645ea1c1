import {
  combineChunks,
  createServerClient,
  stringFromBase64URL,
} from "@supabase/ssr";
import {
  isAuthRetryableFetchError,
  type Session,
  type SupabaseClient,
} from "@supabase/supabase-js";
import { deadline } from "@std/async";
import { deleteCookie, getCookies, setCookie } from "@std/http";
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import { env } from "@/env.ts";
import { impatientFetch } from "./fetch.ts";
import { Problem } from "./problem.ts";

/** Supabase Auth, and nothing that could reach data: it is called with the secret key. */
export type Auth = SupabaseClient["auth"];

/** Somebody who is signed in with password and SMS code. */
export interface Person {
  id: string;
  kind: "patient" | "doctor" | "admin";
  name: string;
  /** Short-lived; the only part of the session that may reach an island. */
  accessToken: string;
  /** When the access token ends. */
  expiresAt: Temporal.Instant;
}

/** How long a session may take to be read and refreshed, in milliseconds. */
const PATIENCE = 10_000;

/** Name of the session cookies; long sessions are cut into `session.0`, `session.1`… */
const COOKIE = "session";

/** The session cookies are gone after so long without a visit, in seconds. */
const LIFETIME = 30 * 24 * 60 * 60;

/** How the session cookies are set: out of reach of scripts. */
function cookieOptions() {
  return {
    httpOnly: true,
    secure: env().PUBLIC_URL.startsWith("https:"),
    sameSite: "Lax" as const,
    path: "/",
    maxAge: LIFETIME,
  };
}

/**
 * Supabase Auth for one request: reads the session from its cookies, and writes changes into `answer`,
 * the headers that the response will carry. Calls go out in the name of `address`, so that GoTrue's
 * rate limits and its check of the address hold for the person and not for our server.
 */
export function openAuth(
  request: Request,
  address: string,
  answer: Headers,
): Auth {
  const cookies = getCookies(request.headers);
  const client = createServerClient(
    env().SUPABASE_URL,
    env().SUPABASE_SECRET_KEY,
    {
      cookieOptions: { name: COOKIE },
      cookies: {
        getAll: () =>
          Object.entries(cookies).map(([name, value]) => ({ name, value })),
        setAll: (changed) => {
          for (const { name, value } of changed) {
            cookies[name] = value;
            setCookie(answer, {
              name,
              value,
              ...cookieOptions(),
              ...(value === "" ? { maxAge: 0 } : {}),
            });
          }
        },
      },
      global: {
        fetch: impatientFetch,
        headers: { "Sb-Forwarded-For": address },
      },
    },
  );
  return client.auth;
}

/** Whether a request carries session cookies at all: most visitors have none, and cost nothing. */
export function hasSession(request: Request): boolean {
  return Object.keys(getCookies(request.headers)).some((name) =>
    name === COOKIE || name.startsWith(`${COOKIE}.`)
  );
}

/** Forgets the session in this browser, also when Supabase cannot be told. */
export function dropSession(request: Request, answer: Headers): void {
  for (const name of Object.keys(getCookies(request.headers))) {
    if (name === COOKIE || name.startsWith(`${COOKIE}.`)) {
      deleteCookie(answer, name, { path: "/" });
    }
  }
}

/**
 * Who the session is of; null without one, or before the SMS code. The token is checked here against the
 * published keys (no call), and refreshed first when it is about to end (one call).
 * Throws `unavailable` when Supabase does not answer: the session may be good.
 */
export async function readPerson(auth: Auth): Promise<Person | null> {
  const session = await readSession(auth);
  if (session === null) return null;
  const claims = await verified(session.access_token);
  if (claims?.aal !== "aal2" || claims.sub === undefined) return null;
  const kind = property(claims.app_metadata, "kind");
  if (kind !== "patient" && kind !== "doctor" && kind !== "admin") return null;
  return {
    id: claims.sub,
    kind,
    name: String(
      property(claims.user_metadata, "name") ?? property(claims, "email") ?? "",
    ),
    accessToken: session.access_token,
    expiresAt: Temporal.Instant.fromEpochMilliseconds((claims.exp ?? 0) * 1000),
  };
}

/**
 * Whose session this browser held last, over or not: never enough to be let in, but enough to keep what he typed from
 * the next one. Null when there was none, or none of ours.
 */
export async function formerOwner(request: Request): Promise<string | null> {
  const cookies = getCookies(request.headers);
  const text = await combineChunks(COOKIE, (name) => cookies[name]);
  try {
    const session = JSON.parse(
      stringFromBase64URL((text ?? "").replace(/^base64-/, "")),
    );
    const claims = await verified(session.access_token, LIFETIME);
    return claims?.sub ?? null;
  } catch {
    return null;
  }
}

async function readSession(auth: Auth): Promise<Session | null> {
  // Refreshing, the library tries for half a minute: longer than anybody waits for a page.
  const { data, error } = await deadline(auth.getSession(), PATIENCE).catch(
    (error: unknown) => {
      throw new Problem(503, "unavailable", error);
    },
  );
  if (isAuthRetryableFetchError(error)) {
    throw new Problem(503, "unavailable", error);
  }
  return data.session;
}

function property(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null
    ? Reflect.get(object, name)
    : undefined;
}

let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

/** What a token says; null when it is not ours or has ended, longer ago than `tolerance` (seconds). */
async function verified(
  token: string,
  tolerance = 0,
): Promise<JWTPayload | null> {
  keys ??= createRemoteJWKSet(
    new URL(`${env().SUPABASE_URL}/auth/v1/.well-known/jwks.json`),
    { timeoutDuration: 5_000, cacheMaxAge: 600_000 },
  );
  try {
    const { payload } = await jwtVerify(token, keys, {
      audience: "authenticated",
      algorithms: ["ES256", "RS256"],
      clockTolerance: tolerance,
    });
    return payload;
  } catch (error) {
    // A forged or expired token is nobody's; a key server that does not answer is not the person's fault.
    if (
      error instanceof Error && "code" in error &&
      /^ERR_(JWT|JWS|JWKS_NO_MATCHING_KEY|JOSE_ALG)/.test(String(error.code))
    ) return null;
    throw new Problem(503, "unavailable", error);
  }
}
