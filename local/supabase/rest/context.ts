import type { Claims } from "../types.ts";
import type { Catalog } from "./catalog.ts";
import { refuse } from "./error.ts";
import { type Media, negotiate } from "./media.ts";
import { parsePreferences, type Preferences } from "./preferences.ts";
import type { Transactions } from "./transaction.ts";

/** What the operator decides. */
export interface Configuration {
  /** The schemas that requests may name; the first is the default. */
  schemas: string[];
  /** Schemas whose functions and types may be used without being named. */
  extraSearchPath: string[];
  /** No result has more rows; null for no limit. */
  maxRows: number | null;
}

/** What all requests share until the schema cache is read again. */
export interface Service {
  configuration: Configuration;
  catalog: Catalog;
  transactions: Transactions;
}

/** A request of a verified caller, with what its headers ask for. */
export interface Context extends Service {
  request: Request;
  url: URL;
  /** GET or HEAD. */
  isRead: boolean;
  claims: Claims;
  schema: string;
  /** The schema when the answer has to name it. */
  profile: string | null;
  preferences: Preferences;
  media: Media;
}

/** Reads the headers. Throws PGRST106 (schema), PGRST107 (media type) and PGRST122 (preferences). */
export function contextOf(
  request: Request,
  claims: Claims,
  service: Service,
): Context {
  const { catalog: { settings, timezones }, configuration: { schemas } } =
    service;
  const { headers, method } = request;
  const isRead = method === "GET" || method === "HEAD";
  const asked = headers.get(isRead ? "accept-profile" : "content-profile");
  const [first = "public"] = schemas;
  if (asked !== null && !schemas.includes(asked)) {
    throw refuse(
      "PGRST106",
      `Invalid schema: ${asked}`,
      null,
      `Only the following schemas are exposed: ${schemas.join(", ")}`,
    );
  }
  return {
    ...service,
    request,
    url: new URL(request.url),
    isRead,
    claims,
    schema: asked ?? first,
    profile: asked ?? (schemas.length > 1 ? first : null),
    preferences: parsePreferences(
      headers.get("prefer"),
      settings.allowTx,
      timezones,
    ),
    media: negotiate(headers.get("accept"), settings.plan),
  };
}
