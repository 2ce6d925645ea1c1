import { createHmac } from "node:crypto";
import { hex } from "./http.ts";
import { segments } from "./segments.ts";
import { UNDELIVERED } from "./twilio_rules.ts";
import type { Message } from "./types.ts";

/** A message just accepted. */
export function newSms(
  { To = "", From = "", Body = "" }: Record<string, string>,
): Message {
  const id = `SM${hex(16)}`;
  const at = new Date().toISOString();
  const none = {
    subject: null,
    html: null,
    headers: {},
    variables: {},
    tags: [],
    attachments: [],
  };
  return {
    id,
    channel: "sms",
    at,
    from: From,
    to: [To],
    text: Body,
    status: "queued",
    errorCode: null,
    ...none,
  };
}

/** A message as the API shows it. */
export function resource(
  { id, at, from, to, text, status, errorCode }: Message,
  account: string,
) {
  const date = new Date(at).toUTCString().replace("GMT", "+0000");
  const uri = `/2010-04-01/Accounts/${account}/Messages/${id}`;
  return {
    account_sid: account,
    api_version: "2010-04-01",
    body: text,
    date_created: date,
    date_sent: status === "queued" ? null : date,
    date_updated: date,
    direction: "outbound-api",
    error_code: errorCode,
    error_message: errorCode && (UNDELIVERED[errorCode] ?? null),
    from,
    messaging_service_sid: null,
    num_media: "0",
    num_segments: String(segments(text)),
    price: null,
    price_unit: "USD",
    sid: id,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: to[0],
    uri: `${uri}.json`,
  };
}

function callbackParams(
  { id, to, from, status, errorCode }: Message,
  account: string,
): Record<string, string> {
  const params = {
    AccountSid: account,
    ApiVersion: "2010-04-01",
    From: from,
    MessageSid: id,
    MessageStatus: status,
    SmsSid: id,
    SmsStatus: status,
    To: to[0] ?? "",
  };
  return errorCode === null
    ? params
    : { ...params, ErrorCode: String(errorCode) };
}

/** What a status callback posts, signed. */
export function statusCallback(
  message: Message,
  { sid, token }: { sid: string; token: string },
  url: string,
): RequestInit {
  const params = callbackParams(message, sid);
  const headers = { "x-twilio-signature": sign(token, url, params) };
  return { headers, body: new URLSearchParams(params) };
}

/** HMAC-SHA1 over the URL and the sorted parameters (twilio.com/docs/usage/security). */
function sign(
  token: string,
  url: string,
  params: Record<string, string>,
): string {
  const sorted = Object.keys(params).sort().map((name) => name + params[name]);
  return createHmac("sha1", token).update(url + sorted.join("")).digest(
    "base64",
  );
}
