/** What a browser needs to join one call: where, which room, and a token for this person only. */
export interface CallTicket {
  /** Where Jitsi is reached, without a slash at the end. */
  jitsiUrl: string;
  /** Jitsi's XMPP domain. */
  domain: string;
  room: string;
  /** JWT, valid for this room. */
  token: string;
  /** The STUN servers of this installation, as `stun:host:port`; may be empty. */
  stunServers: string[];
}
