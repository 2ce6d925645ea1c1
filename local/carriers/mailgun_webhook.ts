import { createHmac } from "node:crypto";
import { hex } from "./http.ts";
import type { Message } from "./types.ts";

const STATUS = {
  delivered: { code: 250, message: "OK", description: "" },
  temporary: {
    code: 451,
    message: "4.7.1 Greylisted, try again later",
    description: "",
  },
  permanent: {
    code: 550,
    message: "5.1.1 The email account does not exist",
    description: "",
  },
};

/** A webhook request for one recipient, signed as Mailgun signs it; each call has a new token. */
export function signedEvent(
  key: string,
  message: Message,
  recipient: string,
  kind: keyof typeof STATUS,
): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = hex(25);
  const signature = createHmac("sha256", key).update(timestamp + token).digest(
    "hex",
  );
  const body = {
    signature: { timestamp, token, signature },
    "event-data": event(message, recipient, kind),
  };
  return {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

function event(message: Message, recipient: string, kind: keyof typeof STATUS) {
  const { headers, attachments, variables, tags } = message;
  const failed = kind !== "delivered";
  return {
    event: failed ? "failed" : "delivered",
    ...failed &&
      { severity: kind, reason: kind === "permanent" ? "bounce" : "generic" },
    id: hex(11),
    timestamp: Date.now() / 1000,
    "log-level": failed ? "error" : "info",
    recipient,
    "recipient-domain": recipient.slice(recipient.lastIndexOf("@") + 1),
    envelope: { sender: message.from, targets: recipient, transport: "smtp" },
    message: {
      headers: {
        to: headers.To,
        from: headers.From,
        subject: message.subject,
        "message-id": headers["Message-Id"]?.slice(1, -1),
      },
      attachments: attachments.map(({ name, type, size }) => ({
        filename: name,
        "content-type": type,
        size,
      })),
    },
    "delivery-status": { ...STATUS[kind], "attempt-no": 1 },
    flags: {
      "is-routed": false,
      "is-authenticated": true,
      "is-system-test": false,
      "is-test-mode": false,
    },
    "user-variables": variables,
    tags,
  };
}
