import { createHmac } from "node:crypto";
import { hex } from "./http.ts";
import type { Message } from "./types.ts";

/** Delivered, or failed for good or for now. */
export type EventKind = "delivered" | "permanent" | "temporary";

const STATUS: Record<EventKind, Record<string, unknown>> = {
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
  permanent: {
    event: "failed",
    severity: "permanent",
    reason: "bounce",
    "delivery-status": {
      code: 550,
      message: "5.1.1 The email account does not exist",
    },
  },
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
  const data = { ...STATUS[kind], ...about(message, recipient) };
  const body = JSON.stringify({
    signature: { timestamp, token, signature },
    "event-data": data,
  });
  return { headers: { "content-type": "application/json" }, body };
}

function about(
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
