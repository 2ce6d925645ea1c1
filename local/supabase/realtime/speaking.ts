import { type Broadcast, type Frame, Push } from "./frames.ts";
import { isRecord } from "./json.ts";
import type { Member } from "./member.ts";

/** Sends a member's broadcast to the others, if he may write. */
export function speak(member: Member, frame: Frame): Promise<void> | void {
  const may = member.mayWrite("broadcast");
  if (may === true) return send(member, frame);
  if (may === false) return; // without an answer, as upstream: his acknowledgement times out
  return may.then(
    (may) => may && member.isHere ? send(member, frame) : undefined,
    () => {},
  );
}

function send(member: Member, frame: Frame) {
  const { config, connection } = member;
  const { hub, limits, rates } = connection.context;
  const refuse = (reason: string) =>
    connection.reply(frame, "error", { reason });
  const message = readBroadcast(frame);
  if (!message) return;
  if (message.meta?.persist) {
    return refuse("NotImplemented: persist is not part of this server (501)");
  }
  if (!rates.messages.take()) {
    return member.shut("Too many messages per second");
  }
  const { event, payload } = message;
  const size = "json" in payload ? payload.json.length : payload.bytes.length;
  if (size > limits.payload) {
    return config.ack ? refuse("payload_size_exceeded") : undefined;
  }
  hub.broadcast(member, { event, payload }, {
    sender: config.self ? undefined : member,
    binary: frame.payload instanceof Push,
  });
  if (config.ack) connection.reply(frame, "ok");
}

/** A broadcast of either protocol; null when it has no event. */
function readBroadcast({ payload }: Frame): Broadcast | null {
  if (payload instanceof Push) return payload.broadcast;
  if (!isRecord(payload) || typeof payload.event !== "string") return null;
  return {
    event: payload.event,
    payload: { json: JSON.stringify(payload.payload ?? {}) },
  };
}
