import type { Participant } from "./participants.ts";

/**
 * What we use of lib-jitsi-meet, as of 2.6726.2 (December 2021) and of the builds of 2026.
 * Only the parts of a call import this, and what checks before it whether there can be one.
 */
export interface JitsiMeetJS {
  init(options: Record<string, unknown>): void;
  setLogLevel(level: string): void;
  createLocalTracks(options: {
    devices: ("audio" | "video" | "desktop")[];
    cameraDeviceId?: string;
    micDeviceId?: string;
    resolution?: number;
  }): Promise<JitsiTrack[]>;
  JitsiConnection: new (
    appId: null,
    token: string,
    options: Record<string, unknown>,
  ) => JitsiConnection;
  events: {
    connection:
      & Record<
        | "CONNECTION_ESTABLISHED"
        | "CONNECTION_FAILED"
        | "CONNECTION_DISCONNECTED",
        string
      >
      & {
        /** The current library's: it does not resume with a token that is over. */
        CONNECTION_TOKEN_EXPIRED?: string;
      };
    conference: Record<
      | "CONFERENCE_JOINED"
      | "CONFERENCE_FAILED"
      | "CONFERENCE_LEFT"
      | "CONNECTION_INTERRUPTED"
      | "CONNECTION_RESTORED"
      | "KICKED"
      | "P2P_STATUS"
      | "PARTICIPANT_PROPERTY_CHANGED"
      | "TRACK_ADDED"
      | "TRACK_REMOVED"
      | "TRACK_MUTE_CHANGED"
      | "USER_JOINED"
      | "USER_LEFT",
      string
    >;
    connectionQuality: Record<"LOCAL_STATS_UPDATED", string>;
    track: Record<
      "LOCAL_TRACK_STOPPED" | "TRACK_VIDEOTYPE_CHANGED",
      string
    >;
  };
}

export interface JitsiConnection {
  connect(options?: { name: string }): void;
  disconnect(): Promise<void> | void;
  addEventListener(event: string, listener: (...args: unknown[]) => void): void;
  initJitsiConference(
    room: string,
    options: Record<string, unknown>,
  ): JitsiConference;
}

export interface JitsiConference {
  on(event: string, listener: (...args: never[]) => void): void;
  join(): void;
  leave(): Promise<unknown>;
  addTrack(track: JitsiTrack): Promise<unknown>;
  replaceTrack(
    before: JitsiTrack | null,
    after: JitsiTrack | null,
  ): Promise<unknown>;
  removeTrack(track: JitsiTrack): Promise<unknown>;
  getParticipants(): Participant[];
  /** What a bridge should send; absent in old libraries. */
  setReceiverConstraints?(
    constraints: { lastN: number; defaultConstraints: { maxHeight: number } },
  ): void;
  /** The camera is sent in so many lines at most. */
  setSenderVideoConstraint(maxHeight: number): Promise<unknown>;
  /** Takes somebody out of the room; moderators only. */
  kickParticipant(id: string): void;
  setLocalParticipantProperty(name: string, value: string): void;
}

export interface JitsiTrack {
  /** Where the library sends it when a camera comes on again. */
  conference: JitsiConference | null;
  getType(): "audio" | "video";
  isLocal(): boolean;
  /** Of a remote track: whose it is. */
  getParticipantId(): string;
  isMuted(): boolean;
  mute(): Promise<unknown>;
  unmute(): Promise<unknown>;
  dispose(): Promise<unknown>;
  /** `desktop` is a shared screen. */
  getVideoType(): "camera" | "desktop" | undefined;
  getTrack(): MediaStreamTrack;
  getDeviceId(): string;
  /** Sends what the effect makes of it; undefined: as it is. */
  setEffect(effect: TrackEffect | undefined): Promise<unknown>;
  addEventListener(event: string, listener: () => void): void;
}

/** What is done to a track before it is sent. The library starts it anew whenever a camera comes on again. */
export interface TrackEffect {
  isEnabled(): boolean;
  /** Gets what the device gives; what comes back is sent. */
  startEffect(stream: MediaStream): MediaStream;
  stopEffect(): void;
  /** For us, not for the library: nobody needs it any more. */
  close(): void;
}

declare global {
  var JitsiMeetJS: JitsiMeetJS | undefined;
}

/** How often the connection is measured, in milliseconds: a gap is told within three of them. */
const STATS_INTERVAL_MS = 1_000;

/** How long the library may take to arrive, in milliseconds: an old tablet on a slow line gets its time. */
const TIMEOUT_MS = 30_000;

let loading: Promise<JitsiMeetJS> | undefined;

/** Loads lib-jitsi-meet from the Jitsi deployment, once a page. Throws when it does not come in time. */
export function loadJitsi(jitsiUrl: string): Promise<JitsiMeetJS> {
  loading ??= load(`${jitsiUrl}/libs/lib-jitsi-meet.min.js`).then((library) => {
    library.setLogLevel("error");
    library.init({
      disableAudioLevels: true,
      disableThirdPartyRequests: true,
      enableAnalyticsLogging: false,
      pcStatsInterval: STATS_INTERVAL_MS,
    });
    return library;
  });
  loading.catch(() => loading = undefined);
  return loading;
}

/** Whether it is the library of 2021, which the local Jitsi has from npm: old builds lack an event of those of 2026. */
export function isOf2021({ events }: JitsiMeetJS): boolean {
  return events.connection.CONNECTION_TOKEN_EXPIRED === undefined;
}

function load(source: string): Promise<JitsiMeetJS> {
  const { promise, resolve, reject } = Promise.withResolvers<JitsiMeetJS>();
  const script = document.createElement("script");
  script.src = source;
  script.async = true;
  script.onload = () =>
    globalThis.JitsiMeetJS
      ? resolve(globalThis.JitsiMeetJS)
      : reject(new Error("lib-jitsi-meet did not start"));
  script.onerror = () => reject(new Error("lib-jitsi-meet did not load"));
  const timer = setTimeout(
    () => reject(new Error("lib-jitsi-meet is too slow")),
    TIMEOUT_MS,
  );
  document.head.append(script);
  return promise.finally(() => clearTimeout(timer));
}
