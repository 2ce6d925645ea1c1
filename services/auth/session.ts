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
import {
  createRemoteJWKSet,
  decodeJwt,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { env } from "@/env.ts";
import type { Language } from "@/domain/language.ts";
import { writtenTitle } from "@/domain/names.ts";
import {
  deleteCookie,
  readCookies,
  setCookie,
} from "@/services/http/cookies.ts";
import { fetchWithTimeout } from "@/services/http/fetch.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";

/** Supabase Auth, and nothing that could reach data: it is called with the secret key. */
export type Auth = SupabaseClient["auth"];

/** Somebody who is signed in with password and SMS code. */
export interface Person {
  id: string;
  kind: "patient" | "doctor" | "admin";
  /** As the language of the page writes it. */
  name: string;
  email: string;
  /** Short-lived; the only part of the session that may reach an island. */
  accessToken: string;
  /** When the access token ends. */
  expiresAt: Temporal.Instant;
}

/** How long a session may take to be read and refreshed, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Name of the session cookies; long sessions are cut into `session.0`, `session.1`… */
const COOKIE = "session";

/** The session cookies live as long as a session may, in seconds. Mirrored in config.toml: auth.sessions.timebox. */
const LIFETIME = 24 * 60 * 60;

/** How the session cookies are set: out of reach of scripts. */
function cookieOptions() {
  return {
    httpOnly: true,
    secure: env().PUBLIC_URL.startsWith("https:"),
    sameSite: "lax" as const,
    path: "/",
    maxAge: LIFETIME,
  };
}

/**
 * Supabase Auth for one request: reads the session from its cookies, and writes changes into `responseHeaders`,
 * the headers that the response will carry. Calls go out in the name of `address`, so that GoTrue's
 * rate limits and its check of the address hold for the person and not for our server.
 */
export function openAuth(
  request: Request,
  clientIp: string,
  responseHeaders: Headers,
): Auth {
  const cookies = readCookies(request);
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
            setCookie(responseHeaders, {
              name,
              value,
              ...cookieOptions(),
              ...(value === "" ? { maxAge: 0 } : {}),
            });
          }
        },
      },
      global: {
        fetch: fetchWithTimeout,
        headers: { "Sb-Forwarded-For": clientIp },
      },
    },
  );
  return client.auth;
}

/** Whether a request carries session cookies at all: most visitors have none, and cost nothing. */
export function hasSession(request: Request): boolean {
  return Object.keys(readCookies(request)).some((name) =>
    name === COOKIE || name.startsWith(`${COOKIE}.`)
  );
}

/** Forgets the session in this browser, also when Supabase cannot be told. */
export function dropSession(request: Request, responseHeaders: Headers): void {
  for (const name of Object.keys(readCookies(request))) {
    if (name === COOKIE || name.startsWith(`${COOKIE}.`)) {
      deleteCookie(responseHeaders, name, "/");
    }
  }
}

/**
 * Who the session is of; null without one, or before the SMS code. The token is checked here against the
 * published keys (no call), and refreshed first when it is about to end (one call).
 * Throws `unavailable` when Supabase does not answer: the session may be good.
 */
export async function readPerson(
  auth: Auth,
  language: Language,
): Promise<Person | null> {
  const session = await readSession(auth);
  if (session === null) return null;
  const claims = await verified(session.access_token);
  if (claims?.aal !== "aal2" || claims.sub === undefined) return null;
  const kind = property(claims.app_metadata, "kind");
  if (kind !== "patient" && kind !== "doctor" && kind !== "admin") return null;
  const name = String(
    property(claims.user_metadata, "name") ?? property(claims, "email") ?? "",
  );
  return {
    id: claims.sub,
    kind,
    name: kind === "doctor" ? writtenTitle(name, language) : name,
    email: String(property(claims, "email") ?? ""),
    accessToken: session.access_token,
    expiresAt: Temporal.Instant.fromEpochMilliseconds((claims.exp ?? 0) * 1000),
  };
}

/**
 * Whether the session of a person lives still: it may have been ended elsewhere while its access token has minutes left.
 * Throws `unavailable` when Supabase does not answer.
 */
export async function isSessionOpen({ accessToken }: Person): Promise<boolean> {
  try {
    return unwrap(await personClient(accessToken).rpc("session_is_open"));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return false;
    throw error;
  }
}

/**
 * How many messages a person has not read; null when their session has been ended elsewhere. One question for both:
 * every page asks it. Throws `unavailable` when Supabase does not answer.
 */
export async function readUnread(
  { accessToken }: Person,
): Promise<number | null> {
  try {
    return unwrap(await personClient(accessToken).rpc("session_unread"));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/**
 * The change of number or address that ended a person's session, perhaps their own a moment ago; null when it ended
 * otherwise. Throws `unavailable` when Supabase does not answer.
 */
export async function readEndingChange(
  { id, accessToken }: Person,
): Promise<"phone" | "email" | null> {
  const issued = decodeJwt(accessToken).iat ?? 0;
  const change = unwrap(
    await serviceClient().rpc("session_ended_by", {
      account_id: id,
      issued_at: new Date(issued * 1000).toISOString(),
    }),
  );
  return change === "phone" || change === "email" ? change : null;
}

/**
 * Whose session this browser held last, over or not: never enough to be let in, but enough to keep what he typed from
 * the next one. Null when there was none, or none of ours.
 */
export async function formerOwner(request: Request): Promise<string | null> {
  const cookies = readCookies(request);
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
  const { data, error } = await deadline(auth.getSession(), TIMEOUT_MS).catch(
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
