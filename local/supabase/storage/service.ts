import type { JSONValue } from "postgres";
import { limitBody } from "../body_limit.ts";
import type { Claims, Database, Keys } from "../types.ts";
import type { Blobs } from "./blobs.ts";
import { errors } from "./errors.ts";

/** What every request of one storage server shares. */
export interface Service {
  db: Database;
  keys: Keys;
  blobs: Blobs;
  /** Bytes that no object may pass, whatever its bucket says. */
  fileSizeLimit: number;
}

/** One request, its path already taken apart. */
export interface Call extends Service {
  request: Request;
  url: URL;
  bucket: string;
  /** The object's name; empty where the route has none. */
  key: string;
  /** The caller's token; empty when there is none. */
  token: string;
  /** Who calls. Throws when his token is missing or refused. */
  claims(): Promise<Claims>;
}

/** What an uploader says of his object. */
export type UserMetadata = Record<string, JSONValue>;

/** A row of `storage.objects`. */
export interface ObjectRow {
  id: string;
  bucket_id: string;
  name: string;
  owner_id: string | null;
  version: string | null;
  metadata: Metadata | null;
  user_metadata: UserMetadata | null;
  created_at: Date;
  updated_at: Date;
  last_accessed_at: Date;
}

/** What is known of an object's bytes. */
export interface Metadata {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  lastModified: string;
  contentLength: number;
  httpStatusCode: number;
}

/** The JSON object of a request's body. Throws when it is none. */
export async function readJson(
  request: Request,
): Promise<Record<string, unknown>> {
  const text = await limitBody(request, 1_048_576).text();
  let body: unknown;
  try {
    body = JSON.parse(text || "{}");
  } catch {
    throw errors.invalid(
      "Body is not valid JSON but content-type is set to 'application/json'",
    );
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw errors.invalid("body must be object");
  }
  return { ...body };
}

/** A field that must be a string. */
export function text(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value === "string" && value !== "") return value;
  throw errors.invalid(
    value === undefined
      ? `body must have required property '${field}'`
      : `body/${field} must be string`,
  );
}

/** A field that must be a whole number in a range, where it is given. */
export function integer(
  body: Record<string, unknown>,
  field: string,
  { least, most = Number.MAX_SAFE_INTEGER, otherwise }: {
    least: number;
    most?: number;
    otherwise?: number;
  },
): number {
  const value = body[field] ?? otherwise;
  if (value === undefined) {
    throw errors.invalid(`body must have required property '${field}'`);
  }
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw errors.invalid(`body/${field} must be integer`);
  }
  if (value < least) throw errors.invalid(`body/${field} must be >= ${least}`);
  if (value > most) throw errors.invalid(`body/${field} must be <= ${most}`);
  return value;
}

/** Who owns what this caller makes. */
export function ownerOf({ sub = null }: { sub?: string | null }) {
  return {
    owner_id: sub,
    owner: sub && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(sub)
      ? sub
      : null,
  };
}
