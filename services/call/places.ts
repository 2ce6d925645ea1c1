import type { NetworkPlaces } from "@/domain/network.ts";
import type { Env } from "@/env.ts";
import { relays } from "./relays.ts";

/** Where a browser asks to measure its line: what a call and its waiting room need. */
export function networkPlaces(env: Env): NetworkPlaces {
  return {
    url: env.SUPABASE_URL,
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
    jitsiUrl: env.JITSI_URL,
    relays: relays(env),
  };
}
