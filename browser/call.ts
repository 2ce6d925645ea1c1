import type { DeviceChoice } from "./devices.ts";
import {
  type JitsiConference,
  type JitsiConnection,
  type JitsiMeetJS,
  type JitsiTrack,
  loadJitsi,
} from "./jitsi.ts";
import { type Kind, LocalTracks } from "./local_tracks.ts";
import { type RemoteMedia, RemoteTracks } from "./remote_tracks.ts";

export type { Kind, RemoteMedia };

/** What the server gives for one person and appointment (services/jitsi_token.ts). */
export interface CallTicket {
  jitsiUrl: string;
  domain: string;
  room: string;
  token: string;
  /** Our own STUN servers, as `stun:host:port`; may be empty. */
  stunServers: string[];
}

/**
 * `connecting`: on the way into the room; `alone`: in the room, the other one is not there yet;
 * `connected`: media of the other one runs; `interrupted`: it stopped, and is being brought back;
 * `failed`: the call could not be made, it may be tried again; `ended`: left.
 */
export type CallState =
  | "connecting"
  | "alone"
  | "connected"
  | "interrupted"
  | "failed"
  | "ended";

/** What a call tells the page. */
export interface CallEvents {
  onState: (state: CallState) => void;
  /** What to show large. */
  onRemote: (media: RemoteMedia) => void;
  /** What one sees of oneself, and what is on. */
  onLocal: (stream: MediaStream, on: Record<Kind, boolean>) => void;
  /** 0 (bad) to 100 (good). */
  onQuality: (percent: number) => void;
  /** The screen is shared, or no longer. */
  onSharing: (sharing: boolean) => void;
}

/** The property of a participant that names what he sends: `audio video`, `audio`, `video` or `none`. */
const SENDING = "sending";

const kinds = ["audio", "video"] as const;

/** After so long in the room with the other one and without media, something is in the way. */
const MEDIA_PATIENCE = 20_000;

/** One call from joining to leaving. With `jitsi.ts` and `local_tracks.ts` all that knows lib-jitsi-meet. */
export class Call {
  #library: JitsiMeetJS | null = null;
  #connection: JitsiConnection | null = null;
  #conference: JitsiConference | null = null;
  #local: LocalTracks | null = null;
  #remote = new RemoteTracks();
  #state: CallState = "connecting";
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly ticket: CallTicket,
    readonly choice: DeviceChoice,
    readonly events: CallEvents,
  ) {}

  /** Opens the devices that work, and joins. Failures arrive as state `failed`. */
  async start(on: Record<Kind, boolean>): Promise<void> {
    this.#become("connecting");
    try {
      const library = this.#library = await loadJitsi(this.ticket.jitsiUrl);
      const local = this.#local = new LocalTracks(
        library,
        () => this.#conference,
        () => {
          this.events.onLocal(local.stream(), local.on());
          this.#publish();
        },
        this.events.onSharing,
      );
      await local.open(this.choice, on);
      if (this.#state === "ended") await this.#release();
      else this.#connect(library);
    } catch {
      this.#become("failed");
    }
  }

  /** Microphone or camera on or off. Throws what the browser says when it cannot be had. */
  async turn(kind: Kind, on: boolean): Promise<void> {
    await this.#local?.turn(kind, on, this.choice);
  }

  /** Another camera or microphone, without leaving the call. Throws what the browser says when it cannot be had. */
  async change(kind: Kind, deviceId: string): Promise<void> {
    await this.#local?.change(kind, deviceId);
  }

  /** Shows a window or the screen to the other one. Throws when the person changes their mind in the browser's dialog. */
  async share(): Promise<void> {
    await this.#local?.share();
  }

  /** Back to the camera. */
  async unshare(): Promise<void> {
    await this.#local?.unshare();
  }

  /** Leaves, and lets go of camera and microphone. */
  async leave(): Promise<void> {
    if (this.#state === "ended") return;
    this.#become("ended");
    const gone = this.#conference?.leave().catch(() => {});
    // The library waits 5 s for the server's goodbye: nobody should stare at a dead call for so long.
    await Promise.race([gone, new Promise((done) => setTimeout(done, 1_000))]);
    await this.#release();
  }

  async #release(): Promise<void> {
    await this.#local?.release();
    await this.#connection?.disconnect();
  }

  #connect(library: JitsiMeetJS): void {
    const { ticket } = this;
    const options = {
      hosts: {
        domain: ticket.domain,
        muc: `muc.${ticket.domain}`,
        focus: `focus.${ticket.domain}`,
      },
      serviceUrl: `${
        ticket.jitsiUrl.replace(/^http/, "ws")
      }/xmpp-websocket?room=${ticket.room}`,
      p2p: {
        enabled: true,
        // Empty, not absent: the library's own default would ask a third party.
        stunServers: ticket.stunServers.map((urls) => ({ urls })),
        codecPreferenceOrder: ["VP8"],
        preferredCodec: "VP8",
      },
      analytics: { disabled: true },
      rtcstatsEnabled: false,
      pcStatsInterval: 2_000,
      openBridgeChannel: "datachannel",
    };
    const connection = new library.JitsiConnection(
      null,
      ticket.token,
      options,
    );
    const { connection: happens } = library.events;
    connection.addEventListener(happens.CONNECTION_ESTABLISHED, () => {
      // Comes again after each resumed connection: the conference is made once.
      if (!this.#conference) this.#join(library, options);
    });
    connection.addEventListener(
      happens.CONNECTION_FAILED,
      () => this.#become("failed"),
    );
    connection.addEventListener(happens.CONNECTION_DISCONNECTED, () => {
      if (this.#state !== "ended") this.#become("failed");
    });
    this.#connection = connection;
    connection.connect({ name: ticket.room });
  }

  #join(library: JitsiMeetJS, options: Record<string, unknown>): void {
    const connection = this.#connection;
    if (!connection) return;
    const conference = connection.initJitsiConference(
      this.ticket.room,
      options,
    );
    const { conference: happens, connectionQuality } = library.events;
    conference.on(happens.CONFERENCE_JOINED, () => this.#whoIsThere());
    conference.on(happens.USER_JOINED, () => this.#whoIsThere());
    conference.on(happens.USER_LEFT, () => this.#whoIsThere());
    conference.on(happens.CONFERENCE_FAILED, () => this.#become("failed"));
    conference.on(happens.KICKED, () => void this.leave());
    conference.on(happens.TRACK_ADDED, (track: JitsiTrack) => {
      if (track.isLocal()) return;
      this.#remote.add(track);
      // The camera becomes a screen, or the other way round, on the same track.
      track.addEventListener(
        library.events.track.TRACK_VIDEOTYPE_CHANGED,
        () => this.#showRemote(),
      );
      this.#showRemote();
    });
    conference.on(happens.TRACK_REMOVED, (track: JitsiTrack) => {
      this.#remote.delete(track);
      this.#showRemote();
    });
    conference.on(happens.TRACK_MUTE_CHANGED, () => this.#showRemote());
    conference.on(
      happens.PARTICIPANT_PROPERTY_CHANGED,
      () => this.#showRemote(),
    );
    conference.on(
      happens.CONNECTION_INTERRUPTED,
      () => this.#become("interrupted"),
    );
    conference.on(happens.CONNECTION_RESTORED, () => this.#showRemote());
    conference.on(
      happens.P2P_STATUS,
      (_: never, direct: boolean) => this.#direct(direct),
    );
    conference.on(
      connectionQuality.LOCAL_STATS_UPDATED,
      (stats: { connectionQuality?: number }) => {
        if (stats.connectionQuality !== undefined) {
          this.events.onQuality(Math.round(stats.connectionQuality));
        }
      },
    );
    for (const track of this.#local?.all ?? []) void conference.addTrack(track);
    this.#conference = conference;
    this.#publish();
    conference.join();
  }

  /**
   * Says what runs, in words of our own: without a bridge the library does not tell the other side that the
   * media of whoever made the connection is on, and it would look muted.
   */
  #publish(): void {
    const on = this.#local?.on();
    if (!on) return;
    const sending = kinds.filter((kind) => on[kind]).join(" ");
    this.#conference?.setLocalParticipantProperty(SENDING, sending || "none");
  }

  /** Somebody came or left. */
  #whoIsThere(): void {
    if (this.#alone()) this.#remote.clear();
    this.#showRemote();
  }

  #alone(): boolean {
    return this.#conference?.getParticipants().length === 0;
  }

  /** The direct connection began or ended. */
  #direct(direct: boolean): void {
    if (!direct && this.#state === "interrupted") {
      // The bridge takes over where there is one. Where there is none, a second direct try brings the media back.
      this.#conference?.startP2PSession?.();
    }
  }

  #showRemote(): void {
    const [other] = this.#conference?.getParticipants() ?? [];
    const sending = other?.getProperty(SENDING)?.split(" ");
    this.events.onRemote(this.#remote.media(sending));
    // Tracks may go before or after whoever sent them.
    if (this.#alone()) this.#become("alone");
    else if (this.#remote.size > 0) this.#become("connected");
    else if (this.#state === "connected") this.#become("interrupted");
    else if (this.#state === "alone" || this.#state === "connecting") {
      this.#become("connecting");
    }
  }

  #become(state: CallState): void {
    if (this.#state === "ended") return;
    this.#state = state;
    clearTimeout(this.#watchdog);
    // Joined, the other one is there, and nothing comes: the library itself never gives up.
    if (state === "connecting" && this.#conference) {
      this.#watchdog = setTimeout(() => this.#become("failed"), MEDIA_PATIENCE);
    }
    this.events.onState(state);
  }
}
