import { join } from "node:path";
import type { JWK } from "jose";
import { type ApiKeySet, createApiKeys, newOpaqueKey } from "./api_keys.ts";
import { createAuth } from "./auth/mod.ts";
import { type Config, readConfig } from "./config.ts";
import { openDatabase } from "./database.ts";
import { createGateway, type Service } from "./gateway.ts";
import { createKeys, legacyKey, newSigningKey } from "./keys.ts";
import { migrate } from "./migrations.ts";
import { createRealtime, type RealtimeOptions } from "./realtime/mod.ts";
import { createRest } from "./rest/mod.ts";
import { createStorage } from "./storage/mod.ts";
import { serve } from "./serve.ts";
import type { Database } from "./types.ts";

/** What the services start from. */
export interface SupabaseOptions {
  /** A superuser's `postgres://` address. */
  databaseUrl: string;
  /** Where storage keeps its files. */
  directory: string;
  /** The folder that holds `supabase/` with config.toml, migrations and seed; none: an empty project. */
  workdir?: string;
  /** Instead of `supabase/config.toml`. */
  config?: Config;
  /** 0 (the preset) is any free one. */
  port?: number;
  /** How the world reaches it; preset `http://localhost:<port>`. */
  publicUrl?: string;
  /** Keys that are not given are made, and end with the process. */
  jwtKeys?: JWK[];
  jwtSecret?: string;
  apiKeys?: Partial<ApiKeySet>;
  /**
   * Auth and REST answer the application's server only: by a secret key, or by this secret in `X-Gateway-Secret`
   * beside any key. False opens them to every key, as on a hosted project; preset: secret keys only.
   */
  serverSecret?: string | false;
  /** How long Realtime hears nothing of the database after a first join; see `realtime/README.md`. */
  realtime?: RealtimeOptions;
}

/** The running services. */
export interface Supabase extends AsyncDisposable {
  url: string;
  apiKeys: ApiKeySet;
  db: Database;
  /** The migrations and seeds that this start applied. */
  applied: string[];
}

const MEGABYTE = 1024 * 1024;
/** What opens Auth without an API key: links of e-mails, and keys that are public. */
const OPEN_AUTH_PATHS = [
  "/verify",
  "/.well-known/jwks.json",
  "/authorize",
  "/callback",
];
/** What of Auth stays open to browsers where Auth is for the server only. */
const PUBLIC_KEYS = "/.well-known/jwks.json";

/**
 * Brings the database up to date and serves Auth, REST, Realtime and Storage on one port of 127.0.0.1.
 *
 * @example
 * await using supabase = await startSupabase({ databaseUrl, directory: ".local/storage", workdir: "." });
 * const client = createClient(supabase.url, supabase.apiKeys.publishable);
 */
export async function startSupabase(
  options: SupabaseOptions,
): Promise<Supabase> {
  const config = options.config ??
    await readConfig(options.workdir ?? options.directory);
  await using stack = new AsyncDisposableStack();
  const db = stack.use(await openDatabase({ url: options.databaseUrl }));
  const applied = await bringUpToDate(options, config, db);

  const jwtSecret = options.jwtSecret ?? crypto.randomUUID();
  const keys = await createKeys({
    jwtKeys: options.jwtKeys ?? [await newSigningKey()],
    jwtSecret,
  });
  const apiKeys = await completeKeys(options.apiKeys ?? {}, jwtSecret);

  const gate = Promise.withResolvers<ReturnType<typeof createGateway>>();
  const server = stack.use(
    serve(
      options.port ?? 0,
      async (request, info) => (await gate.promise)(request, info),
    ),
  );
  const url = options.publicUrl ?? `http://localhost:${server.port}`;

  const { api, storage } = config;
  const rest = stack.use(
    await createRest({
      db,
      keys,
      schemas: api.schemas.filter((schema) => schema !== "graphql_public"),
      extraSearchPath: api.extra_search_path,
      maxRows: api.max_rows,
    }),
  );
  const directory = join(options.directory, "storage");
  const services: Record<string, Service> = {
    auth: {
      part: stack.use(
        createAuth({ db, keys, config, externalUrl: `${url}/auth/v1` }),
      ),
      bodyLimit: MEGABYTE,
      open: (path) => OPEN_AUTH_PATHS.includes(path),
      serverOnly: (path) => path !== PUBLIC_KEYS,
    },
    rest: { part: rest, bodyLimit: 10 * MEGABYTE, serverOnly: () => true },
    realtime: {
      part: stack.use(await createRealtime({ db, keys, ...options.realtime })),
      bodyLimit: 10 * MEGABYTE,
    },
    storage: {
      part: stack.use(
        await createStorage({
          db,
          keys,
          directory,
          fileSizeLimit: storage.file_size_limit,
        }),
      ),
      bodyLimit: Infinity,
      open: () => true,
    },
  };
  const { serverSecret = null } = options;
  gate.resolve(createGateway(services, createApiKeys(apiKeys), {
    forwardedFor: config.gotrue.SECURITY_SB_FORWARDED_FOR_ENABLED,
    serverSecret: serverSecret === false ? undefined : serverSecret,
  }));
  const started = stack.move();
  return {
    url,
    apiKeys,
    db,
    applied,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function bringUpToDate(
  { databaseUrl, workdir }: SupabaseOptions,
  { db: settings, storage }: Config,
  db: Database,
): Promise<string[]> {
  const seeds = settings.seed.enabled ? settings.seed.sql_paths : [];
  const applied = workdir === undefined
    ? []
    : await migrate({ url: databaseUrl, workdir, seeds });
  for (const [name, bucket] of Object.entries(storage.buckets)) {
    const row = {
      id: name,
      name,
      public: bucket.public,
      file_size_limit: bucket.file_size_limit ?? null,
      allowed_mime_types: bucket.allowed_mime_types ?? null,
    };
    await db.admin`
      insert into storage.buckets ${db.admin(row)}
      on conflict (id) do update set public = excluded.public,
        file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types`;
  }
  return applied;
}

async function completeKeys(
  given: Partial<ApiKeySet>,
  jwtSecret: string,
): Promise<ApiKeySet> {
  return {
    publishable: given.publishable ?? newOpaqueKey("publishable"),
    secret: given.secret ?? newOpaqueKey("secret"),
    anon: given.anon ?? await legacyKey("anon", jwtSecret),
    serviceRole: given.serviceRole ??
      await legacyKey("service_role", jwtSecret),
  };
}
