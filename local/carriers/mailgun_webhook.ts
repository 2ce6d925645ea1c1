import { createHmac } from "node:crypto";
import { hex } from "./http.ts";
import type { Message } from "./types.ts";

/** What Mailgun tells of a message, by the name of the magic recipient that brings it. */
export type EventKind = keyof typeof STATUS;

/** Failed for good, as the receiver's server (or Mailgun's own list of addresses that failed before) says. */
function failed(reason: string, code: number, description: string) {
  return {
    event: "failed",
    severity: "permanent",
    reason,
    "delivery-status": { code, message: description, description },
  };
}

const STATUS = {
  delivered: {
    event: "delivered",
    "delivery-status": { code: 250, message: "OK" },
  },
  temporary: {
    event: "failed",
    severity: "temporary",
    reason: "generic",
    "delivery-status": {
      code: 451,
      message: "4.7.1 Greylisted, try again later",
    },
  },
  bounce: failed("bounce", 550, "5.1.1 The email account does not exist"),
  full: failed("bounce", 552, "5.2.2 The mailbox is full"),
  blocked: failed("bounce", 554, "5.7.1 Message rejected by policy"),
  nodomain: failed("generic", 498, "No MX for fail.example"),
  suppressed: failed(
    "suppress-bounce",
    605,
    "Not delivering to previously bounced address",
  ),
  complained: failed(
    "suppress-complaint",
    607,
    "Not delivering to a user who marked your messages as spam",
  ),
};

/** A webhook request for one recipient, signed as Mailgun signs it; each call has a new token. */
export function signedEvent(
  key: string,
  message: Message,
  recipient: string,
  kind: EventKind,
): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = hex(25);
  const signature = createHmac("sha256", key).update(timestamp + token).digest(
    "hex",
  );
  const data = { ...STATUS[kind], ...aboutMessage(message, recipient) };
  const body = JSON.stringify({
    signature: { timestamp, token, signature },
    "event-data": data,
  });
  return { headers: { "content-type": "application/json" }, body };
}

/** What every event of Mailgun's says of its message. */
export function aboutMessage(
  { from, subject, headers, variables, tags }: Message,
  recipient: string,
) {
  const id = headers["Message-Id"]?.slice(1, -1);
  return {
    id: hex(11),
    timestamp: Date.now() / 1000,
    recipient,
    "recipient-domain": recipient.slice(recipient.lastIndexOf("@") + 1),
    envelope: { sender: from, targets: recipient, transport: "smtp" },
    message: { headers: { to: headers.To, from, subject, "message-id": id } },
    flags: {
      "is-authenticated": true,
      "is-system-test": false,
      "is-test-mode": false,
    },
    "user-variables": variables,
    tags,
  };
}
