/** What a project, a socket and a message may take; the defaults are those of a hosted project where one is known. */
export interface Limits {
  /** Sockets at once; one more is refused at join. */
  connections: number;
  /** Channels of one socket. */
  channels: number;
  /** Joins a second, of everybody. */
  joins: number;
  /** Messages a second sent by everybody, on average over ten seconds. */
  messages: number;
  /** Presence calls a second of everybody, on average over ten seconds. */
  presences: number;
  /** Presence calls of one channel member in `presenceWindow` milliseconds. */
  presenceCalls: number;
  presenceWindow: number;
  /** Bytes of one payload. */
  payload: number;
  /** Bytes of one incoming frame; a longer one closes the socket. */
  frame: number;
  /** Frames of one socket that wait for an earlier one. */
  pending: number;
  /** Bytes a slow reader may leave unread before he is disconnected. */
  unread: number;
  /** Milliseconds without a frame after which a socket is closed. */
  idle: number;
  /** Milliseconds a refused join waits for its answer, so that retries do not storm. */
  refusal: number;
  /** Refuse public channels. */
  privateOnly: boolean;
}

export const limits: Readonly<Limits> = {
  connections: 10_000,
  channels: 100,
  joins: 500,
  messages: 1_000,
  presences: 1_000,
  presenceCalls: 5,
  presenceWindow: 30_000,
  payload: 3_000_000,
  frame: 5_000_000,
  pending: 1_000,
  unread: 4_000_000,
  idle: 60_000,
  refusal: 100,
  privateOnly: false,
};
