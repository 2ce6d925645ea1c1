/** Where the check of a line asks: what a call and its waiting room need. */
export interface NetworkPlaces {
  /** Supabase: the channel's server. */
  url: string;
  publishableKey: string;
  jitsiUrl: string;
  /** The TURN servers of this installation; may be empty. */
  relays: Relay[];
}

/** A TURN server as a browser asks it: `turn:host:port`, with credentials for a while. */
export interface Relay {
  urls: string;
  username: string;
  credential: string;
}

/** What was measured of the line between a browser and the services of a call. */
export interface NetworkFigures {
  /** From our question to the answer of the channel's server, in milliseconds; null when it was not reached. */
  rttMs: number | null;
  /** Whether the video service lets a connection in. */
  videoReached: boolean;
  /** From and to our server, in kbit/s; null when it broke off. */
  downKbit: number | null;
  upKbit: number | null;
  /** What came through a TURN server, as a call's pictures do; null where none is configured. */
  relay: { reached: boolean; udp: boolean; lossPercent: number } | null;
}

/**
 * `offline`: nothing is reached; `blocked`: pages are, the channel or the video service is not; else how good a call
 * will be.
 */
export type NetworkVerdict = "good" | "fair" | "poor" | "blocked" | "offline";

/**
 * What a call needs at least: picture and sound of 720p in both directions (about 1.5 Mbit/s), or a small picture.
 * Round trips above 400 ms make people talk at the same time (ITU-T G.114: 150 ms and 400 ms one way). From two lost
 * packets in a hundred on pictures freeze, from ten on words are missing.
 */
const needs = {
  good: { rttMs: 300, downKbit: 1_500, upKbit: 1_500, lossPercent: 2 },
  fair: { rttMs: 800, downKbit: 400, upKbit: 400, lossPercent: 10 },
} as const;

/** How good a call will be on a line. */
export function networkVerdict(figures: NetworkFigures): NetworkVerdict {
  const { rttMs, videoReached, downKbit, upKbit, relay } = figures;
  if (rttMs === null || !videoReached) {
    return downKbit === null && upKbit === null ? "offline" : "blocked";
  }
  const meets = (need: typeof needs[keyof typeof needs]) =>
    rttMs <= need.rttMs && (downKbit ?? 0) >= need.downKbit &&
    (upKbit ?? 0) >= need.upKbit &&
    (relay === null || relay.lossPercent <= need.lossPercent);
  // Without UDP pictures wait for what was lost; without the relay the direct way may still be there.
  const hindered = relay !== null && !(relay.reached && relay.udp);
  if (meets(needs.good) && !hindered) return "good";
  return meets(needs.fair) ? "fair" : "poor";
}
