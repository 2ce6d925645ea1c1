import { type Extension, mayRead } from "./access.ts";
import type { Connection } from "./connection.ts";
import { type Frame } from "./frames.ts";
import { identify, type Identity, Refusal } from "./identity.ts";
import { isRecord } from "./json.ts";
import { type Config, Member } from "./member.ts";
import { replay } from "./messages.ts";

/**
 * Makes a socket a member of a channel: answers, then sends the replayed messages and who is present.
 * Throws `Refusal`.
 */
export async function join(
  connection: Connection,
  frame: Frame,
  payload: Record<string, unknown>,
) {
  const { context } = connection;
  const name = frame.topic.slice("realtime:".length);
  const config = readConfig(payload);
  if (name === "") {
    throw new Refusal("TopicNameRequired", "You must provide a topic name");
  }
  admit(connection, config);
  const token = readToken(payload) ?? connection.identity.token;
  const identity = await identify(
    context.keys,
    token,
    connection.identity.headers,
  );
  const read = config.private
    ? await readable(connection, identity, name, config)
    : undefined;
  const messages = config.replay
    ? await replay(context.db, name, config.replay).catch(cannotReplay)
    : [];
  if (connection.socket.readyState !== WebSocket.OPEN) return;

  const member = new Member(
    connection,
    frame.joinRef,
    name,
    config,
    identity,
    read && { read, write: {} },
  );
  connection.reply(frame, "ok", { postgres_changes: [] });
  context.replication.start();
  for (const message of messages) {
    member.replayed.add(message.id);
    member.deliver({
      ...message.broadcast,
      meta: { replayed: true, id: message.id },
    });
  }
  if (config.presence) member.showPresence();
  if (config.replicationReady) {
    // Not awaited: the member's next frames are answered meanwhile.
    context.replication.ready().then((heard) => member.showReplication(heard));
  }
}

function admit(
  { context, members, joining }: Connection,
  config: Config,
) {
  const { limits, connections, rates } = context;
  if (limits.privateOnly && !config.private) {
    throw new Refusal(
      "PrivateOnly",
      "This project only allows private channels",
    );
  }
  if (connections.size > limits.connections) {
    throw new Refusal("ConnectionRateLimitReached", "Too many connected users");
  }
  if (!rates.joins.take()) {
    throw new Refusal(
      "ClientJoinRateLimitReached",
      "Too many joins per second",
    );
  }
  if (members.size + joining > limits.channels) {
    throw new Refusal("ChannelRateLimitReached", "Too many channels");
  }
}

async function readable(
  { context }: Connection,
  identity: Identity,
  name: string,
  config: Config,
) {
  const extensions: Extension[] = config.presence
    ? ["broadcast", "presence"]
    : ["broadcast"];
  const read = await mayRead(context.db, identity, name, extensions);
  if (!read.broadcast && (!read.presence || config.replay)) {
    throw new Refusal(
      "Unauthorized",
      `You do not have permissions to read from this Channel topic: ${name}`,
    );
  }
  return read;
}

/** Keys of the new form are no tokens: the caller is then who opened the socket. */
function readToken(
  { access_token: token, user_token: older }: Record<string, unknown>,
): string | null {
  const given = token ?? older;
  return typeof given === "string" && !given.startsWith("sb_") ? given : null;
}

/** What a member asked for. Fields of a wrong type count as missing, as they do upstream. */
function readConfig(payload: Record<string, unknown>): Config {
  const config = record(payload.config);
  const broadcast = record(config.broadcast);
  const presence = record(config.presence);
  const changes = config.postgres_changes;
  if (Array.isArray(changes) && changes.some((change) => change !== null)) {
    throw new Refusal(
      "NotImplemented",
      "postgres_changes is not part of this server (501); broadcast from a trigger with realtime.broadcast_changes",
    );
  }
  return {
    private: isTrue(config.private),
    ack: isTrue(broadcast.ack),
    self: isTrue(broadcast.self),
    presence: isTrue(presence.enabled),
    key: typeof presence.key === "string" && presence.key
      ? presence.key
      : crypto.randomUUID(),
    replicationReady: isTrue(broadcast.replication_ready),
    replay: isRecord(broadcast.replay)
      ? readReplay(broadcast.replay, isTrue(config.private))
      : undefined,
  };
}

function readReplay(
  { since = 0, limit = 10 }: Record<string, unknown>,
  isPrivate: boolean,
): Config["replay"] {
  if (!isPrivate) {
    throw new Refusal(
      "UnableToReplayMessages",
      "Replay is not allowed for public channels",
    );
  }
  if (
    typeof since === "number" && typeof limit === "number" && since >= 0 &&
    limit >= 1 && limit <= 25
  ) {
    return { since, limit };
  }
  throw new Refusal("UnableToReplayMessages", "Replay params are not valid");
}

function cannotReplay(): never {
  throw new Refusal(
    "UnableToReplayMessages",
    "Realtime was unable to replay messages",
  );
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
