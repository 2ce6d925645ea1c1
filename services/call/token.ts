import { SignJWT } from "jose";
import { type Env, env } from "@/env.ts";

/** Who takes part in which call. */
export interface Participation {
  appointmentId: string;
  personId: string;
  /** Display name for the remote participant. */
  name: string;
  /** The doctor: may remove others and end the call for all. */
  moderator: boolean;
  /** How long the token lets in, in seconds; defaults to {@link LIFETIME}. */
  lifetime?: number;
}

/** Tolerated difference between the clocks of two servers, in seconds. */
const SKEW = 60;

/**
 * How long a token lets in, in seconds. Being in the call needs none; coming back after a gap does, and a page
 * gets a new one whenever the state still allows the call.
 */
const LIFETIME = 3 * 60 * 60;

/** The name of an appointment's room: lower case, as XMPP wants it; no way in without a token for it. */
export function roomOf(appointmentId: string): string {
  return `consultation-${appointmentId.toLowerCase()}`;
}

/**
 * The token with which Jitsi lets one person into one room from now on (Prosody's `token` authentication: HS256,
 * `typ` JWT, the exact room, `nbf` and `exp` as numbers). Whoever may not be in the call must not get one:
 * callers look at the appointment's state first.
 */
export function callToken(
  { appointmentId, personId, name, moderator, lifetime = LIFETIME }:
    Participation,
  config: Pick<Env, "JITSI_APP_ID" | "JITSI_APP_SECRET" | "JITSI_DOMAIN"> =
    env(),
  now = Temporal.Now.instant(),
): Promise<string> {
  const issued = Math.floor(now.epochMilliseconds / 1000);
  return new SignJWT({
    room: roomOf(appointmentId),
    context: {
      user: {
        id: personId,
        name,
        moderator,
        affiliation: moderator ? "owner" : "member",
      },
      features: {
        recording: false,
        livestreaming: false,
        transcription: false,
        "outbound-call": false,
      },
    },
  })
    .setProtectedHeader({ typ: "JWT", alg: "HS256" })
    .setIssuer(config.JITSI_APP_ID)
    .setAudience("jitsi")
    .setSubject(config.JITSI_DOMAIN)
    .setIssuedAt(issued)
    .setNotBefore(issued - SKEW)
    .setExpirationTime(issued + lifetime)
    .sign(new TextEncoder().encode(config.JITSI_APP_SECRET));
}
