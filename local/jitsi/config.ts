/** What a deployment is; the defaults are docker-jitsi-meet's names. */
export interface Config {
  /** XMPP domain; rooms live on `muc.<domain>`, the conference focus on `focus.<domain>`. */
  domain: string;
  appId: string;
  appSecret: string;
  /** Web origins that may connect; empty allows those of this machine. */
  origins: string[];
  /** Participants in a room; the next one is told that it is full. */
  maxParticipants: number;
  /** How long a session outlives its socket, in seconds (XEP-0198). */
  resumeSeconds: number;
  /** Frames one connection may send in a second, on average over ten. */
  framesPerSecond: number;
}
