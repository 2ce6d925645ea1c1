import { isRecord, parseJson } from "./json.ts";

/** A message of either protocol version, as the server works with it. */
export interface Frame {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: unknown;
}

/** A broadcast: its payload is JSON text or bytes, kept as it came and never parsed on the way through. */
export interface Broadcast {
  event: string;
  payload: { json: string } | { bytes: Uint8Array<ArrayBuffer> };
  meta?: Record<string, unknown>;
}

/** What a kind 3 frame of protocol 2.0.0 carries as the payload of a `broadcast`. */
export class Push {
  constructor(readonly broadcast: Broadcast) {}
}

export type Version = 1 | 2;

const PUSH = 3;
const BROADCAST = 4;
const JSON_ENCODING = 1;
const text = new TextDecoder("utf-8", { fatal: true });
const bytes = new TextEncoder();

/** Reads a frame; null when it is not one (such frames are dropped, the socket stays). */
export function decode(
  data: string | ArrayBuffer,
  version: Version,
): Frame | null {
  try {
    return typeof data === "string"
      ? decodeText(data, version)
      : version === 2
      ? decodePush(new Uint8Array(data))
      : null;
  } catch {
    return null;
  }
}

function decodeText(data: string, version: Version): Frame | null {
  const message: unknown = parseJson(data);
  if (version === 2 && Array.isArray(message)) {
    const [joinRef, ref, topic, event, payload] = message;
    return frame(joinRef, ref, topic, event, payload);
  }
  if (version === 1 && isRecord(message)) {
    return frame(
      message.join_ref,
      message.ref,
      message.topic,
      message.event,
      message.payload,
    );
  }
  return null;
}

function frame(
  joinRef: unknown,
  ref: unknown,
  topic: unknown,
  event: unknown,
  payload: unknown,
): Frame | null {
  if (typeof topic !== "string" || typeof event !== "string") return null;
  return {
    joinRef: reference(joinRef),
    ref: reference(ref),
    topic,
    event,
    payload,
  };
}

function reference(value: unknown): string | null {
  return typeof value === "string"
    ? value
    : typeof value === "number"
    ? String(value)
    : null;
}

/** `3, lengths of join_ref, ref, topic, event, metadata, encoding`, then these strings, then the payload. */
function decodePush(data: Uint8Array<ArrayBuffer>): Frame | null {
  if (data[0] !== PUSH || data.length < 7) return null;
  let at = 7;
  const strings = Array.from(data.subarray(1, 6), (length) => {
    if (at + length > data.length) {
      throw new RangeError("a length points past the frame");
    }
    return text.decode(data.subarray(at, at += length));
  });
  const [joinRef = "", ref = "", topic = "", event = "", metadata = ""] =
    strings;
  const body = data.subarray(at);
  if (data[6] === JSON_ENCODING) parseJson(text.decode(body)); // a payload no member could read is dropped here
  const payload = data[6] === JSON_ENCODING
    ? { json: text.decode(body) }
    : { bytes: body };
  const meta: unknown = metadata ? parseJson(metadata) : {};
  const push = new Push({ event, payload, meta: isRecord(meta) ? meta : {} });
  return {
    joinRef: joinRef || null,
    ref: ref || null,
    topic,
    event: "broadcast",
    payload: push,
  };
}

/** Writes a message whose payload is already JSON text. */
export function encode(
  version: Version,
  joinRef: string | null,
  ref: string | null,
  topic: string,
  event: string,
  json: string,
): string {
  const name = JSON.stringify(topic);
  if (version === 2) {
    return `[${JSON.stringify(joinRef)},${
      JSON.stringify(ref)
    },${name},"${event}",${json}]`;
  }
  return `{"topic":${name},"event":"${event}","payload":${json},"ref":${
    JSON.stringify(ref)
  },"join_ref":${JSON.stringify(joinRef)}}`;
}

/** Writes a broadcast for a member; null when his version cannot carry it (bytes to 1.0.0). */
export function encodeBroadcast(
  version: Version,
  topic: string,
  broadcast: Broadcast,
  binary = false,
): string | Uint8Array<ArrayBuffer> | null {
  const { event, payload, meta } = broadcast;
  if (version === 2 && (binary || "bytes" in payload)) {
    const packed = encodeBinary(topic, broadcast);
    if (packed) return packed;
  }
  if ("bytes" in payload) return null;
  const fields = [
    `"event":${JSON.stringify(event)}`,
    `"payload":${payload.json}`,
    `"type":"broadcast"`,
  ];
  if (meta) fields.push(`"meta":${JSON.stringify(meta)}`);
  return encode(
    version,
    null,
    null,
    topic,
    "broadcast",
    `{${fields.join(",")}}`,
  );
}

/** `4, lengths of topic, event, metadata, encoding`, then these strings, then the payload; null when one is too long. */
function encodeBinary(
  topic: string,
  { event, payload, meta }: Broadcast,
): Uint8Array<ArrayBuffer> | null {
  const head = [topic, event, meta ? JSON.stringify(meta) : ""].map((part) =>
    bytes.encode(part)
  );
  if (head.some((part) => part.length > 255)) return null;
  const body = "bytes" in payload ? payload.bytes : bytes.encode(payload.json);
  const frame = new Uint8Array(
    5 + head.reduce((sum, part) => sum + part.length, body.length),
  );
  frame.set([
    BROADCAST,
    ...head.map((part) => part.length),
    "bytes" in payload ? 0 : JSON_ENCODING,
  ]);
  let at = 5;
  for (const part of [...head, body]) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}
