import { BodyTooLarge, limitBody } from "../body_limit.ts";
import type { Caller } from "../types.ts";
import { mayWrite } from "./access.ts";
import type { Context } from "./context.ts";
import { type Broadcast } from "./frames.ts";
import { identify, type Identity, Refusal } from "./identity.ts";
import { isRecord, parseJson } from "./json.ts";

const ONE = /^\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/;

/**
 * Broadcasts over HTTP: a batch of messages, or one whose body is the payload.
 * `path` is the server's own, without the gateway's prefix.
 */
export async function broadcastOverHttp(
  context: Context,
  request: Request,
  caller: Caller,
  path: string,
): Promise<Response> {
  const identity = await who(context, request, caller);
  if (!identity) return answer(401, { message: "Unauthorized" });
  const [, topic, event] = ONE.exec(path) ?? [];
  if (!topic || !event) return await batch(context, identity, request);
  const parameters = new URL(request.url).searchParams;
  const message = { topic: decode(topic), event: decode(event), parameters };
  return await single(context, identity, request, message);
}

/** A part of the path; one that is not well encoded stands for itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function who(
  { keys }: Context,
  request: Request,
  { token }: Caller,
): Promise<Identity | null> {
  const bearer = token ?? request.headers.get("apikey");
  try {
    return bearer
      ? await identify(keys, bearer, Object.fromEntries(request.headers))
      : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function batch(
  context: Context,
  identity: Identity,
  request: Request,
): Promise<Response> {
  const body = await readBody(request, 2 * context.limits.payload);
  if (!body) return answer(413, { message: "Payload too large" });
  const messages = readMessages(body);
  if (!messages) return answer(422, { errors: { messages: ["is invalid"] } });
  const errors = messages.map((message) =>
    "errors" in message ? message.errors : {}
  );
  if (errors.some((error) => Object.keys(error).length > 0)) {
    return answer(422, { errors: { messages: errors } });
  }
  if (!context.rates.messages.take(messages.length)) {
    return answer(429, { message: "You have exceeded your rate limit" });
  }
  const allowed = new Map<string, Promise<boolean>>();
  for (const message of messages) {
    if ("errors" in message) continue;
    const { topic: name, isPrivate, broadcast } = message;
    if (isPrivate) {
      if (!allowed.has(name)) {
        allowed.set(
          name,
          mayWrite(context.db, identity, name, "broadcast").catch(() => false),
        );
      }
      if (!await allowed.get(name)) continue; // skipped without a word, as upstream
    }
    context.hub.broadcast({ name, private: isPrivate }, broadcast);
  }
  return new Response(null, { status: 202 });
}

async function single(
  context: Context,
  identity: Identity,
  request: Request,
  { topic: name, event, parameters }: {
    topic: string;
    event: string;
    parameters: URLSearchParams;
  },
): Promise<Response> {
  if (parameters.has("persist") || parameters.has("persist[ttl]")) {
    return answer(501, { message: "persist is not part of this server" });
  }
  const isPrivate = parameters.get("private") === "true";
  const bytes = await readBody(request, context.limits.payload);
  if (!bytes) return answer(413, { message: "Payload too large" });
  const payload =
    request.headers.get("content-type")?.startsWith("application/octet-stream")
      ? { bytes }
      : readJson(bytes);
  if (!payload) return answer(422, { errors: { payload: ["is invalid"] } });
  if (!context.rates.messages.take()) {
    return answer(429, { message: "You have exceeded your rate limit" });
  }
  try {
    if (isPrivate && !await mayWrite(context.db, identity, name, "broadcast")) {
      return answer(403, { message: "Unauthorized" });
    }
  } catch (error) {
    if (error instanceof Refusal) {
      return answer(422, { message: error.message });
    }
    throw error;
  }
  context.hub.broadcast({ name, private: isPrivate }, { event, payload });
  return new Response(null, { status: 202 });
}

function readJson(bytes: Uint8Array): { json: string } | null {
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    parseJson(json);
    return { json };
  } catch {
    return null;
  }
}

type Item = { errors: Record<string, string[]> } | {
  topic: string;
  isPrivate: boolean;
  broadcast: Broadcast;
};

function readMessages(bytes: Uint8Array): Item[] | null {
  const body: unknown = parseJson(readJson(bytes)?.json ?? "null");
  return isRecord(body) && Array.isArray(body.messages)
    ? body.messages.map(readMessage)
    : null;
}

function readMessage(value: unknown): Item {
  const { topic, event, payload, private: isPrivate } = isRecord(value)
    ? value
    : {};
  if (
    typeof topic === "string" && topic && typeof event === "string" && event &&
    isRecord(payload)
  ) {
    return {
      topic,
      isPrivate: isPrivate === true,
      broadcast: { event, payload: { json: JSON.stringify(payload) } },
    };
  }
  const errors: Record<string, string[]> = {};
  if (typeof topic !== "string" || !topic) errors.topic = ["can't be blank"];
  if (typeof event !== "string" || !event) errors.event = ["can't be blank"];
  if (!isRecord(payload)) {
    errors.payload = [payload == null ? "can't be blank" : "is invalid"];
  }
  return { errors };
}

/** The whole body; null when it is longer than `limit`. */
async function readBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await limitBody(request, limit).bytes();
  } catch (error) {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  }
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status });
}
