import type { NetworkFigures, NetworkPlaces } from "@/domain/network.ts";
import { paths } from "@/domain/paths.ts";
import { checkRelay } from "./relay_check.ts";

/** How often the channel's server is asked; the median counts. */
const PINGS = 8;

/** How long a connection or an answer may take, in milliseconds. */
const TIMEOUT_MS = 5_000;

/** How long bytes are counted, in milliseconds: a slow line is known by then. */
const TRANSFER_MS = 4_000;

/** The first upload tells whether a larger one is worth it; in bytes. */
const SMALL = 32 * 1024;
const LARGE = 512 * 1024;

/** A line that took the small upload in less than this gets the large one; in milliseconds. */
const FAST_MS = 500;

/**
 * Measures the line: channel and video service reached, round trip, both directions, and loss where there is a relay.
 * Takes a few seconds, ten at most on a line that works.
 */
export async function checkNetwork(
  places: NetworkPlaces,
): Promise<NetworkFigures> {
  // One after the other: together they would slow each other down.
  return {
    rttMs: await roundTrip(places),
    videoReached: await reaches(places.jitsiUrl),
    downKbit: await download(),
    upKbit: await upload(),
    relay: await relayed(places),
  };
}

/** What comes through the relay; null where there is none to ask. */
async function relayed(
  { relays }: NetworkPlaces,
): Promise<NetworkFigures["relay"]> {
  if (relays.length === 0) return null;
  const figures = await checkRelay(relays).catch(() => null);
  return figures
    ? { reached: true, ...figures }
    : { reached: false, udp: false, lossPercent: 0 };
}

/** The median round trip over the channel's WebSocket, in milliseconds; null when it is not reached. */
function roundTrip(
  { url, publishableKey }: NetworkPlaces,
): Promise<number | null> {
  const query = new URLSearchParams({ apikey: publishableKey, vsn: "1.0.0" });
  const address = `${socketUrl(url)}/realtime/v1/websocket?${query}`;
  return withSocket(new WebSocket(address), async (socket) => {
    const times: number[] = [];
    for (let ping = 0; ping < PINGS; ping++) {
      const before = performance.now();
      // Phoenix's heartbeat is answered at once, and needs no channel.
      const beat = { topic: "phoenix", event: "heartbeat", payload: {} };
      socket.send(JSON.stringify({ ...beat, ref: String(ping) }));
      await next(socket, "message");
      times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b)[PINGS >> 1] ?? null;
  }).catch(() => null);
}

/** Whether the video service lets a connection in; what it says does not matter. */
function reaches(jitsiUrl: string): Promise<boolean> {
  const socket = new WebSocket(
    `${socketUrl(jitsiUrl)}/xmpp-websocket`,
    "xmpp",
  );
  return withSocket(socket, () => Promise.resolve(true)).catch(() => false);
}

/** What comes from our server, in kbit/s; null when nothing does. */
async function download(): Promise<number | null> {
  try {
    const answer = await fetch(paths.networkSample(), {
      cache: "no-store",
      signal: AbortSignal.timeout(TRANSFER_MS),
    });
    if (!answer.ok || answer.body === null) return null;
    const began = performance.now();
    let bytes = 0;
    try {
      for await (const chunk of answer.body) bytes += chunk.byteLength;
    } catch {
      // Too slow to come to its end: what came by then tells how slow.
    }
    return kilobits(bytes, performance.now() - began);
  } catch {
    return null;
  }
}

/** What our server gets, in kbit/s; null when it does not. */
async function upload(): Promise<number | null> {
  const small = await send(SMALL);
  if (small === null) return null;
  const large = small < FAST_MS ? await send(LARGE) : null;
  return large === null ? kilobits(SMALL, small) : kilobits(LARGE, large);
}

/** How long our server took to get so many bytes, in milliseconds; null when it did not in time. */
async function send(bytes: number): Promise<number | null> {
  const began = performance.now();
  try {
    const { ok } = await fetch(paths.networkSample(), {
      method: "POST",
      // What can be compressed would be faster than a picture.
      body: new Blob([noise(bytes)]),
      signal: AbortSignal.timeout(TRANSFER_MS),
    });
    return ok ? performance.now() - began : null;
  } catch {
    return null;
  }
}

function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  // The browser gives 64 kB at once.
  for (let from = 0; from < bytes; from += 65_536) {
    crypto.getRandomValues(all.subarray(from, from + 65_536));
  }
  return all;
}

function kilobits(bytes: number, milliseconds: number): number | null {
  return bytes === 0 ? null : Math.round(bytes * 8 / Math.max(1, milliseconds));
}

function socketUrl(url: string): string {
  return url.replace(/^http/, "ws");
}

async function withSocket<Result>(
  socket: WebSocket,
  work: (socket: WebSocket) => Promise<Result>,
): Promise<Result> {
  try {
    await next(socket, "open");
    return await work(socket);
  } finally {
    socket.close();
  }
}

/** Waits for the socket's next event of this name. Throws when it ends, or after a while. */
async function next(
  socket: WebSocket,
  name: "open" | "message",
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const over = new AbortController();
  const { signal } = over;
  const failed = () => reject(new Error(`The socket brought no ${name}`));
  socket.addEventListener(name, () => resolve(), { signal });
  socket.addEventListener("close", failed, { signal });
  const timer = setTimeout(failed, TIMEOUT_MS);
  await promise.finally(() => {
    over.abort();
    clearTimeout(timer);
  });
}
