import { notHere } from "./http.ts";
import { aboutMessage } from "./mailgun_webhook.ts";
import type { Store } from "./store.ts";
import type { Message } from "./types.ts";

const KNOWN = ["message-id", "begin", "end", "ascending", "limit"];

/**
 * `GET /v3/{domain}/events`: what became of the e-mails of a time, of one of them by its Message-Id, oldest first
 * (documentation.mailgun.com, Events). It is how an application learns, after an answer that never came, whether its
 * e-mail was taken. One page: `limit` events at most.
 */
export function listEvents(store: Store, url: URL): Response {
  const query = url.searchParams;
  const unknown = [...query.keys()].find((key) => !KNOWN.includes(key));
  if (unknown) return notHere(`parameter ${unknown}`);
  if (query.get("ascending") !== "yes") return notHere("newest first");
  const id = query.get("message-id");
  const begin = Number(query.get("begin") ?? 0);
  const end = Number(query.get("end") ?? Infinity);
  const items = store.find({ channel: "email" }).reverse()
    .filter(({ headers }) => id === null || headers["Message-Id"] === `<${id}>`)
    .flatMap((message) => message.to.flatMap((to) => eventsOf(message, to)))
    .filter(({ timestamp }) => timestamp >= begin && timestamp <= end)
    .slice(0, Math.min(Number(query.get("limit") ?? 100), 300));
  return Response.json({
    items,
    paging: Object.fromEntries(
      ["first", "last", "next", "previous"].map((page) => [page, url.href]),
    ),
  });
}

/** That it was accepted, and what came of it if that is known. */
function eventsOf(message: Message, recipient: string) {
  const about = {
    ...aboutMessage(message, recipient),
    timestamp: Date.parse(message.at) / 1000,
  };
  const accepted = { ...about, event: "accepted" };
  switch (message.status) {
    case "delivered":
      return [accepted, { ...about, event: "delivered" }];
    case "failed":
      return [accepted, { ...about, event: "failed", severity: "permanent" }];
    default:
      return [accepted];
  }
}
