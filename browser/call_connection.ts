import type { CallTicket } from "./answers.ts";
import { isOf2021, type JitsiConnection, type JitsiMeetJS } from "./jitsi.ts";

/** What becomes of a connection. */
export interface ConnectionEvents {
  /** It stands; once, also when it stood before anybody asked. */
  onEstablished: () => void;
  /** It could not be made, or was lost for good. */
  onBroken: () => void;
}

/**
 * One connection to Jitsi, without a conference yet: half a dozen trips to the server and back, which may be made while
 * it still rings.
 */
export class CallConnection {
  readonly jitsi: JitsiConnection;
  #state: "opening" | "established" | "broken" | "closed" = "opening";
  #events: ConnectionEvents | null = null;

  constructor(library: JitsiMeetJS, ticket: CallTicket) {
    this.jitsi = new library.JitsiConnection(
      null,
      ticket.token,
      jitsiOptions(library, ticket),
    );
    const { connection: happens } = library.events;
    const broken = () => this.#become("broken");
    // Comes again after each resumed connection.
    this.jitsi.addEventListener(
      happens.CONNECTION_ESTABLISHED,
      () => this.#become("established"),
    );
    this.jitsi.addEventListener(happens.CONNECTION_FAILED, broken);
    this.jitsi.addEventListener(happens.CONNECTION_DISCONNECTED, broken);
    if (happens.CONNECTION_TOKEN_EXPIRED !== undefined) {
      this.jitsi.addEventListener(happens.CONNECTION_TOKEN_EXPIRED, broken);
    }
    this.jitsi.connect({ name: ticket.room });
  }

  /** A conference can still be made on it. */
  get usable(): boolean {
    return this.#state === "opening" || this.#state === "established";
  }

  /** Tells from now on what becomes of it, and what became of it already: not before the caller has gone on. */
  follow(events: ConnectionEvents): void {
    queueMicrotask(() => {
      this.#events = events;
      if (this.#state === "established") events.onEstablished();
      if (this.#state === "broken") events.onBroken();
    });
  }

  /** Ends it; nothing is told any more. */
  async close(): Promise<void> {
    this.#state = "closed";
    try {
      await this.jitsi.disconnect();
    } catch {
      // It was never made, or is gone already.
    }
  }

  #become(state: "established" | "broken"): void {
    if (this.#state === "closed") return;
    const before = this.#state;
    this.#state = state;
    if (state === "broken") this.#events?.onBroken();
    else if (before === "opening") this.#events?.onEstablished();
  }
}

/** What lib-jitsi-meet is told of connection and conference. */
export function jitsiOptions(
  library: JitsiMeetJS,
  { domain, room, jitsiUrl, stunServers }: CallTicket,
): Record<string, unknown> {
  return {
    hosts: { domain, muc: `muc.${domain}`, focus: `focus.${domain}` },
    serviceUrl: `${
      jitsiUrl.replace(/^http/, "ws")
    }/xmpp-websocket?room=${room}`,
    p2p: {
      enabled: true,
      // Empty, not absent: the library's own default would ask a third party. No order of codecs either: with one,
      // Firefox and Chromium see each other in one direction only.
      stunServers: stunServers.map((urls) => ({ urls })),
    },
    analytics: { disabled: true },
    rtcstatsEnabled: false,
    openBridgeChannel: "datachannel",
    // Two or three see each other in one size: several at once would cost a phone more than they save. A newer
    // library sends nothing over the local bridge when it is told so, and finds the size by itself.
    disableSimulcast: isOf2021(library),
  };
}
