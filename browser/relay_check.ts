import type { Relay } from "@/domain/network.ts";

/** What was measured through a relay (TURN). */
export interface RelayFigures {
  /** Over UDP; else the network lets TCP through only, and pictures come late. */
  udp: boolean;
  /** Of the packets that were sent, 0 to 100. */
  lossPercent: number;
}

/** How long a relay may take to carry the first packet, in milliseconds; a wrong password is told by nobody. */
const OPEN_MS = 4_000;

/** How long packets are sent, in milliseconds, and how many a second: of the size of a picture's, about 1 Mbit/s. */
const SENDING_MS = 3_000;
const PER_SECOND = 110;
const BYTES = 1_100;

/** What is still under way counts as lost after this, in milliseconds. */
const LATE_MS = 600;

const TICK_MS = 50;

/**
 * Sends packets through the relay from one connection of this page to another, as a call's pictures would go, and
 * counts what arrives: first over UDP, then over what else there is. Null where no relay carries anything.
 */
export async function checkRelay(
  relays: readonly Relay[],
): Promise<RelayFigures | null> {
  for (const udp of [true, false]) {
    const some = relays.filter((relay) => isUdp(relay) === udp);
    if (some.length === 0) continue;
    const lossPercent = await lossThrough(some).catch(() => null);
    if (lossPercent !== null) return { udp, lossPercent };
  }
  return null;
}

/** As RFC 7065 says: without another word it is UDP, and `turns` is TLS. */
function isUdp({ urls }: Relay): boolean {
  return urls.startsWith("turn:") && !urls.endsWith("?transport=tcp");
}

async function lossThrough(relays: readonly Relay[]): Promise<number> {
  const { from, to, close } = connect(relays);
  try {
    const channel = from.createDataChannel("loss", {
      ordered: false,
      maxRetransmits: 0,
    });
    let arrived = 0;
    to.addEventListener("datachannel", (event) => {
      event.channel.addEventListener("message", () => arrived++);
    });
    const open = opened(channel);
    await from.setLocalDescription();
    await to.setRemoteDescription(descriptionOf(from));
    await to.setLocalDescription();
    await from.setRemoteDescription(descriptionOf(to));
    await open;
    const sent = await sendPaced(channel);
    await pause(LATE_MS);
    return 100 * (1 - Math.min(arrived, sent) / sent);
  } finally {
    close();
  }
}

function connect(relays: readonly Relay[]) {
  const settings: RTCConfiguration = {
    iceServers: [...relays],
    iceTransportPolicy: "relay",
  };
  const [from, to] = [
    new RTCPeerConnection(settings),
    new RTCPeerConnection(settings),
  ];
  for (const [one, other] of [[from, to], [to, from]] as const) {
    one.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate) other.addIceCandidate(candidate).catch(() => {});
    });
  }
  const close = () => {
    from.close();
    to.close();
  };
  return { from, to, close };
}

async function opened(channel: RTCDataChannel): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  channel.addEventListener("open", () => resolve());
  const timer = setTimeout(
    () => reject(new Error("The relay carries nothing")),
    OPEN_MS,
  );
  await promise.finally(() => clearTimeout(timer));
}

/** Sends at an even pace; how many were sent. */
async function sendPaced(channel: RTCDataChannel): Promise<number> {
  const packet = new Uint8Array(BYTES);
  const began = performance.now();
  let sent = 0;
  while (performance.now() - began < SENDING_MS) {
    const due = Math.ceil((performance.now() - began) * PER_SECOND / 1_000);
    for (; sent < due; sent++) channel.send(packet);
    await pause(TICK_MS);
  }
  return sent;
}

function descriptionOf(
  { localDescription }: RTCPeerConnection,
): RTCSessionDescription {
  if (localDescription === null) throw new Error("No description was made");
  return localDescription;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
