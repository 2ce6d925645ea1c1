import { createClient } from "@supabase/supabase-js";
import { createKeys, legacyKey, newSigningKey } from "../keys.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createStorage } from "./mod.ts";

const SECRET = "a secret of the tests, longer than 32 characters";

type StorageClient = ReturnType<typeof createClient>["storage"];

/** A storage server on a port, in a database and a folder of its own, and what a test needs to talk to it. */
export interface TestStorage extends AsyncDisposable {
  db: TestDatabase;
  /** `http://…/storage/v1`. */
  url: string;
  directory: string;
  anonKey: string;
  serviceKey: string;
  /** A signed-in person's access token. */
  token(sub: string, claims?: Record<string, unknown>): Promise<string>;
  /** The storage of supabase's own client, of whom the token says. */
  client(token: string): StorageClient;
  /** The server anew, over the same database and folder, as after a crash. */
  restart(): Promise<void>;
}

/** Starts it. `sql` is run in the database first: policies, mostly. */
export async function testStorage(
  { sql, fileSizeLimit = 52_428_800 }: {
    sql?: string;
    fileSizeLimit?: number;
  } = {},
): Promise<TestStorage> {
  const db = await testDatabase();
  if (sql) await db.admin.unsafe(sql);
  const keys = await createKeys({
    jwtKeys: [await newSigningKey()],
    jwtSecret: SECRET,
  });
  const directory = await Deno.makeTempDir({ prefix: "storage-test-" });
  const start = () => createStorage({ db, keys, directory, fileSizeLimit });
  let part = await start();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => {
      const url = request.url.replace("/storage/v1", "");
      const token =
        request.headers.get("authorization")?.replace(/^Bearer /, "") ?? null;
      return part.fetch(Object.defineProperty(request, "url", { value: url }), {
        token,
        address: "127.0.0.1",
      });
    },
  );
  const base = `http://127.0.0.1:${server.addr.port}`;
  return {
    db,
    url: `${base}/storage/v1`,
    directory,
    anonKey: await legacyKey("anon", SECRET),
    serviceKey: await legacyKey("service_role", SECRET),
    token: (sub, claims) => {
      const exp = Math.floor(Date.now() / 1000) + 600;
      return keys.sign({ role: "authenticated", sub, exp, ...claims });
    },
    client: (token) =>
      createClient(base, token, {
        auth: { autoRefreshToken: false, persistSession: false },
      }).storage,
    async restart() {
      await part[Symbol.asyncDispose]();
      part = await start();
    },
    async [Symbol.asyncDispose]() {
      await part[Symbol.asyncDispose]();
      await server.shutdown();
      await db[Symbol.asyncDispose]();
      await Deno.remove(directory, { recursive: true });
    },
  };
}
