import { notHere } from "./http.ts";
import type { Store } from "./store.ts";
import { resource } from "./twilio_message.ts";
import type { Message } from "./types.ts";

const KNOWN = [
  ...["To", "From", "DateSent", "DateSent>", "DateSent<"],
  ...["PageSize", "Page", "PageToken"],
];

/**
 * `GET …/Messages.json`: what was sent to `To` (and by `From`) on a day or between two moments, newest first, in pages
 * (twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources). It is how an application learns,
 * after an answer that never came, whether its message was taken.
 */
export function listMessages(
  store: Store,
  query: URLSearchParams,
  account: string,
): Response {
  const unknown = [...query.keys()].find((key) => !KNOWN.includes(key));
  if (unknown) return notHere(`parameter ${unknown}`);
  const size = Math.min(Number(query.get("PageSize") ?? 50), 1000);
  const page = Number(query.get("Page") ?? 0);
  const to = query.get("To") ?? undefined;
  const from = query.get("From");
  const found = store.find({ to, channel: "sms" })
    .filter((message) => (from === null || message.from === from))
    .filter((message) => inTime(message, query));
  const shown = found.slice(page * size, (page + 1) * size);
  const address = (number: number) => {
    const next = new URLSearchParams(query);
    next.set("PageSize", String(size));
    next.set("Page", String(number));
    return `/2010-04-01/Accounts/${account}/Messages.json?${next}`;
  };
  return Response.json({
    messages: shown.map((message) => resource(message, account)),
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(shown.length - 1, 0),
    uri: address(page),
    first_page_uri: address(0),
    previous_page_uri: page > 0 ? address(page - 1) : null,
    next_page_uri: (page + 1) * size < found.length ? address(page + 1) : null,
  });
}

/** A day is one of UTC; both bounds belong to it. */
function inTime({ at }: Message, query: URLSearchParams): boolean {
  const day = query.get("DateSent");
  const after = query.get("DateSent>");
  const before = query.get("DateSent<");
  const moment = Date.parse(at);
  return (day === null || at.startsWith(day.slice(0, 10))) &&
    (after === null || moment >= Math.floor(Date.parse(after) / 1000) * 1000) &&
    (before === null || moment <= endOf(before));
}

function endOf(bound: string): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(bound);
  return Date.parse(bound) + (isDay ? 86_400_000 : 1_000) - 1;
}
