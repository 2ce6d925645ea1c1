import { createHmac } from "node:crypto";
import type { Relay } from "@/domain/network.ts";
import type { Env } from "@/env.ts";

/** How long the credentials of a relay hold, in seconds. */
const VALID_FOR = 3_600;

/**
 * The TURN servers of this installation, with credentials for an hour: a name that holds its end, and its HMAC by the
 * secret that the servers know (draft-uberti-behave-turn-rest-00, coturn's `use-auth-secret`). Empty without a secret.
 */
export function relays(
  { TURN_SERVERS, TURN_SECRET }: Pick<Env, "TURN_SERVERS" | "TURN_SECRET">,
  now = Date.now(),
): Relay[] {
  const addresses = TURN_SERVERS.split(",").map((one) => one.trim())
    .filter(Boolean);
  if (addresses.length === 0 || TURN_SECRET === undefined) return [];
  const username = `${Math.floor(now / 1_000) + VALID_FOR}:econsult`;
  const credential = createHmac("sha1", TURN_SECRET).update(username)
    .digest("base64");
  return addresses.map((urls) => ({ urls, username, credential }));
}
