/** What was sent with an e-mail; the bytes lie in the data folder. */
export interface Attachment {
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  /** True when the HTML shows it by `cid:<name>`. */
  inline: boolean;
}

/** One SMS or e-mail as the inbox keeps it and `GET /api/messages` returns it. */
export interface Message {
  /** Twilio's `SM…` sid, or 32 hex digits for an e-mail. */
  id: string;
  channel: "sms" | "email";
  /** When it was accepted, ISO 8601 in UTC. */
  at: string;
  from: string;
  /** Every recipient, carbon copies included: E.164 numbers or bare addresses. */
  to: string[];
  /** queued, sent, delivered, undelivered (SMS); accepted, delivered, failed (e-mail). */
  status: string;
  /** Twilio's error code once an SMS was not delivered. */
  errorCode: number | null;
  subject: string | null;
  text: string;
  html: string | null;
  /** To, Cc, Message-Id and whatever came as `h:…`. */
  headers: Record<string, string>;
  /** What came as `v:…`: returned in webhooks. */
  variables: Record<string, string>;
  tags: string[];
  attachments: Attachment[];
}

/** Something that happened to the inbox, as the page hears it. */
export type Change =
  | { kind: "add"; message: Message }
  | { kind: "status"; id: string; status: string; errorCode: number | null }
  | { kind: "clear" };
