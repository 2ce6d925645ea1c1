import { errors, jwtVerify } from "jose";
import type { Config } from "./config.ts";

/** Who a verified token speaks for, and where. */
export interface Claims {
  /** The only room, in lower case, or "*". */
  room: string;
  userId: string;
  userName: string;
  moderator: boolean;
}

/** A token that is refused; the message is what the client shows as reason. */
export class TokenError extends Error {}

/**
 * Verifies a participant's JWT as Prosody's mod_auth_token does: HS256, `iss` is the app id,
 * `aud` and `room` are there, `exp` and `nbf` are numbers that hold now. Throws TokenError.
 */
export async function verifyToken(
  token: string | null,
  config: Config,
): Promise<Claims> {
  if (!token) throw new TokenError("token required");
  const key = new TextEncoder().encode(config.appSecret);
  const { payload } = await jwtVerify(token, key, {
    algorithms: ["HS256"],
    typ: "JWT",
    issuer: config.appId,
    requiredClaims: ["aud", "room"],
  }).catch((error) => {
    throw new TokenError(
      error instanceof errors.JOSEError ? reason(error) : "invalid token",
    );
  });
  const room = payload.room;
  if (typeof room !== "string" || room === "") {
    throw new TokenError("'room' claim is missing");
  }
  const { id, name, moderator, affiliation } = member(
    member(payload, "context"),
    "user",
  );
  return {
    room: room.toLowerCase(),
    userId: typeof id === "string" ? id : "",
    userName: typeof name === "string" ? name : "",
    moderator: String(moderator) === "true" || affiliation === "owner",
  };
}

/** Whether the token opens this room (its bare JID). */
export function opens(claims: Claims, room: string): boolean {
  return claims.room === "*" ||
    claims.room === room.slice(0, room.indexOf("@"));
}

function member(
  value: Record<string, unknown>,
  name: string,
): Record<string, unknown> {
  const found = value[name];
  return typeof found === "object" && found !== null ? { ...found } : {};
}

function reason(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return "token is expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `invalid '${error.claim}' claim`;
  }
  return "invalid token";
}
