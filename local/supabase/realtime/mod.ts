import type { Caller, Database, Keys, Part } from "../types.ts";
import { Connection } from "./connection.ts";
import type { Context } from "./context.ts";
import { Feed } from "./feed.ts";
import type { Version } from "./frames.ts";
import { Hub } from "./hub.ts";
import { identify, Refusal } from "./identity.ts";
import { type Limits, limits as defaults } from "./limits.ts";
import { Rate } from "./rate.ts";
import {
  Replication,
  type ReplicationTiming,
  replicationTiming,
} from "./replication.ts";
import { broadcastOverHttp } from "./rest.ts";

/** Milliseconds between two looks at the partitions: new ones are made three days ahead. */
const PARTITIONS = 4 * 60 * 60_000;

/** What may be set. */
export interface RealtimeOptions {
  limits?: Partial<Limits>;
  /** When the database is heard. */
  replication?: Partial<ReplicationTiming>;
}

/**
 * Supabase Realtime: channels with broadcast, presence, private channels by policy, and broadcast from the database.
 *
 * A WebSocket can only be accepted through the `Request` that the HTTP server made: pass that one, not a copy
 * with another URL. For this, `/websocket` may keep its `/realtime/v1` prefix.
 */
export async function createRealtime(
  { db, keys, limits = {}, replication = {} }: RealtimeOptions & {
    db: Database;
    keys: Keys;
  },
): Promise<Part> {
  const allowed: Limits = { ...defaults, ...limits };
  const context: Context = {
    db,
    keys,
    limits: allowed,
    hub: new Hub(),
    connections: new Set(),
    replication: new Replication({ ...replicationTiming, ...replication }),
    rates: {
      joins: new Rate(allowed.joins, 1_000),
      messages: new Rate(allowed.messages * 10, 10_000),
      presences: new Rate(allowed.presences * 10, 10_000),
    },
  };
  const keepPartitions = () => db.admin`select realtime.keep_partitions()`;
  await keepPartitions();
  const feed = await Feed.start(db, (message) => {
    if (!context.replication.streaming) return; // upstream does not hear it either
    context.hub.broadcast(message, message.broadcast);
  });
  const partitions = setInterval(() => {
    keepPartitions().catch((error) =>
      console.error("realtime: keeping the partitions failed:", String(error))
    );
  }, PARTITIONS);
  const idle = setInterval(() => {
    for (const connection of context.connections) {
      connection.expire(performance.now());
    }
  }, Math.max(allowed.idle / 12, 20));

  return {
    fetch: (request, caller) => route(context, request, caller),
    async [Symbol.asyncDispose]() {
      clearInterval(partitions);
      clearInterval(idle);
      await feed[Symbol.asyncDispose]();
      await closeAll(context);
      context.replication[Symbol.dispose]();
    },
  };
}

async function route(
  context: Context,
  request: Request,
  caller: Caller,
): Promise<Response> {
  const path = new URL(request.url).pathname.replace(
    /^\/realtime\/v1(?=\/)/,
    "",
  );
  if (path === "/websocket") return await accept(context, request, caller);
  if (path === "/api/broadcast" || path.startsWith("/api/broadcast/")) {
    if (request.method === "POST") {
      return await broadcastOverHttp(context, request, caller, path);
    }
    return Response.json({ message: "Method not allowed" }, {
      status: 405,
      headers: { allow: "POST" },
    });
  }
  return Response.json({ message: `${path} is not part of this server` }, {
    status: 501,
  });
}

async function accept(
  context: Context,
  request: Request,
  caller: Caller,
): Promise<Response> {
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    return Response.json({ error: "a WebSocket is needed here" }, {
      status: 426,
      headers: { upgrade: "websocket" },
    });
  }
  const parameters = new URL(request.url).searchParams;
  const version = readVersion(parameters.get("vsn") ?? "1.0.0");
  if (!version) {
    return Response.json({ error: "vsn must be 1.0.0 or 2.0.0" }, {
      status: 400,
    });
  }
  const token = caller.token ?? parameters.get("apikey");
  if (!token) {
    return Response.json({ error: "Missing API key" }, { status: 401 });
  }
  try {
    const identity = await identify(
      context.keys,
      token,
      Object.fromEntries(request.headers),
    );
    const { socket, response } = Deno.upgradeWebSocket(request, {
      idleTimeout: 0,
    });
    new Connection(context, socket, version, identity);
    return response;
  } catch (error) {
    if (error instanceof Refusal) {
      return Response.json({ error: error.message }, { status: 401 });
    }
    throw error;
  }
}

function readVersion(vsn: string): Version | null {
  return vsn.startsWith("1.") ? 1 : vsn.startsWith("2.") ? 2 : null;
}

/** Closes every socket; one that does not answer is left to the server's own shutdown after a second. */
async function closeAll({ connections }: Context) {
  const all = [...connections];
  for (const connection of all) connection.end(1001, "the server stops");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) =>
    timer = setTimeout(resolve, 1_000)
  );
  await Promise.race([Promise.all(all.map(({ closed }) => closed)), patience]);
  clearTimeout(timer);
}
