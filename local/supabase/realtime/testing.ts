import { createKeys, legacyKey, newSigningKey } from "../keys.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import type { Keys } from "../types.ts";
import { createRealtime, type RealtimeOptions } from "./mod.ts";
import { TestSocket } from "./testing_socket.ts";

const SECRET = "a secret of the tests, longer than 32 characters";

export { TestSocket };

/** A realtime server on a port and in a database of its own, and what a test needs to talk to it. */
export interface TestRealtime extends AsyncDisposable {
  db: TestDatabase;
  keys: Keys;
  /** `ws://…/realtime/v1`, as realtime-js wants it. */
  url: string;
  /** `http://…/realtime/v1/api/broadcast`. */
  api: string;
  anonKey: string;
  serviceKey: string;
  /** A signed-in person's access token. */
  token(sub: string, claims?: Record<string, unknown>): Promise<string>;
  /** A socket that speaks frames. Close it before the server goes. */
  connect(options?: { version?: 1 | 2; key?: string }): Promise<TestSocket>;
}

/** Starts it. `sql` is run in the database first: policies, mostly. */
export async function testRealtime(
  { sql, limits, replication = { warmUp: 0 } }:
    & RealtimeOptions
    & { sql?: string } = {},
): Promise<TestRealtime> {
  const db = await testDatabase();
  if (sql) await db.admin.unsafe(sql);
  const keys = await createKeys({
    jwtKeys: [await newSigningKey()],
    jwtSecret: SECRET,
  });
  const part = await createRealtime({
    db,
    keys,
    limits: { refusal: 0, ...limits },
    replication,
  });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => {
      const bearer = request.headers.get("authorization")?.replace(
        /^Bearer /,
        "",
      );
      return part.fetch(
        request,
        { token: bearer ?? null, address: "127.0.0.1" },
      );
    },
  );
  const anonKey = await legacyKey("anon", SECRET);
  const host = `127.0.0.1:${server.addr.port}/realtime/v1`;
  return {
    db,
    keys,
    url: `ws://${host}`,
    api: `http://${host}/api/broadcast`,
    anonKey,
    serviceKey: await legacyKey("service_role", SECRET),
    token: (sub, claims) => {
      const exp = Math.floor(Date.now() / 1000) + 600;
      return keys.sign({ role: "authenticated", sub, exp, ...claims });
    },
    connect: ({ version = 2, key = anonKey } = {}) =>
      TestSocket.connect(
        `ws://${host}/websocket?apikey=${key}&vsn=${version}.0.0`,
        version,
      ),
    async [Symbol.asyncDispose]() {
      await part[Symbol.asyncDispose]();
      await server.shutdown();
      await db[Symbol.asyncDispose]();
    },
  };
}
