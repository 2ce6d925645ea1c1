import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "./config.ts";
import { MigrationError, resetDatabase } from "./migrations.ts";
import { startSupabase } from "./mod.ts";
import { attachedPostgres, startPostgres } from "./postgres.ts";
import type { ReplicationTiming } from "./realtime/replication.ts";
import { untilSignal } from "./signals.ts";

const HELP = `Supabase's services on this machine.

deno run -A local/supabase/main.ts [--workdir .] [--data .local] [--port 54321] [--postgres-port 54322]
                                   [--attach] [--reset] [--open]

--workdir   the folder that holds supabase/ (config.toml, migrations, seed)
--data      where everything is kept
--attach    use the Postgres that postgres_main.ts runs on the same --data, and wait for it
--reset     throw all data away first
--open      Auth and REST answer every key, as on a hosted project; preset: the application's server only, by a secret
            key or by SUPABASE_GATEWAY_SECRET in X-Gateway-Secret

DATABASE_URL  another Postgres 17 instead, as a superuser
PUBLIC_SUPABASE_URL  how the world reaches it, preset http://localhost:<port>
JWT_KEYS, JWT_SECRET, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY, SUPABASE_ANON_KEY, SUPABASE_SERVICE_ROLE_KEY
              keys; what is missing is made for this run
REALTIME_WARM_UP_MS, REALTIME_IDLE_MS  how long Realtime hears nothing of the database after a first join (500), and how
              long without a socket until it begins anew (660000)
GOTRUE_…      what config.toml cannot say, such as GOTRUE_MFA_CHALLENGE_EXPIRY_DURATION=600s
`;

// The driver throws away the error of a connection that dies while it opens; the next query makes a new one.
globalThis.addEventListener("unhandledrejection", (event) => {
  const code = event.reason?.code;
  if (typeof code !== "string" || !/^(CONNECTION_|ECONN|57P)/.test(code)) {
    return;
  }
  event.preventDefault();
  console.error(`A connection to Postgres was lost (${code})`);
});

/** Runs the services until a signal ends them. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      workdir: { type: "string", default: "." },
      data: { type: "string", default: ".local" },
      port: { type: "string" },
      "postgres-port": { type: "string" },
      attach: { type: "boolean", default: false },
      reset: { type: "boolean", default: false },
      open: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [workdir, directory] = [resolve(values.workdir), resolve(values.data)];
  const config = await readConfig(workdir);
  await using stack = new AsyncDisposableStack();
  const databaseUrl = Deno.env.get("DATABASE_URL") ??
    (values.attach ? await attachedPostgres(directory) : stack.use(
      await startPostgres({
        directory,
        port: Number(values["postgres-port"] ?? config.db.port),
      }),
    ).url);
  if (values.reset) {
    await resetDatabase(databaseUrl);
    await Deno.remove(join(directory, "storage"), { recursive: true }).catch(
      () => {},
    );
  }
  const jwtKeys = Deno.env.get("JWT_KEYS");
  const supabase = stack.use(
    await startSupabase({
      ...{ databaseUrl, directory, workdir, config },
      port: Number(values.port ?? config.api.port),
      publicUrl: Deno.env.get("PUBLIC_SUPABASE_URL"),
      jwtKeys: jwtKeys ? JSON.parse(jwtKeys) : undefined,
      jwtSecret: Deno.env.get("JWT_SECRET"),
      serverSecret: values.open
        ? false
        : Deno.env.get("SUPABASE_GATEWAY_SECRET") || undefined,
      realtime: { replication: realtimeTiming() },
      apiKeys: {
        publishable: Deno.env.get("SUPABASE_PUBLISHABLE_KEY"),
        secret: Deno.env.get("SUPABASE_SECRET_KEY"),
        anon: Deno.env.get("SUPABASE_ANON_KEY"),
        serviceRole: Deno.env.get("SUPABASE_SERVICE_ROLE_KEY"),
      },
    }),
  );
  for (const name of supabase.applied) console.log(`applied ${name}`);
  console.log(`Supabase is ready on ${supabase.url}`);
  await untilSignal();
}

/** What the environment says of Realtime's connection to the database; the rest is preset. */
function realtimeTiming(): Partial<ReplicationTiming> {
  const [warmUp, idle] = ["REALTIME_WARM_UP_MS", "REALTIME_IDLE_MS"].map(
    (name) => {
      const value = Deno.env.get(name);
      if (!value) return undefined;
      if (!/^\d+$/.test(value)) throw new Error(`${name} must be a number`);
      return Number(value);
    },
  );
  return {
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(idle === undefined ? {} : { idle }),
  };
}

try {
  await main();
  Deno.exit(0);
} catch (error) {
  console.error(error instanceof MigrationError ? error.message : error);
  Deno.exit(1);
}
