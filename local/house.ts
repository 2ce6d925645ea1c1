import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./build.ts";
import { appEnvironment, supabaseEnvironment } from "./environment.ts";
import { emptyData, lockData, temporaryData } from "./data.ts";
import { Part, type PartOptions } from "./part.ts";
import { DEFAULT_PORTS, freePorts, type Ports, takenPorts } from "./ports.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { startWatchdog } from "./watched.ts";

/** The repository's root. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** How a house is started. */
export interface HouseOptions {
  /** Where each part listens, or "free" for ports that nobody has. */
  ports?: Partial<Ports> | "free";
  /** The data folder, or "temp" for one that is gone at the end. */
  data?: string | "temp";
  /** Begins anew with the seed. */
  fresh?: boolean;
  /** Serves the app by its dev server: rebuilt and reloaded at every change. */
  dev?: boolean;
  /** Without it the app is not started: enough for tests of the services. */
  app?: boolean;
  /** More of the app's environment, for a test that needs another setting. */
  appEnv?: Record<string, string>;
  /** Hears one line of progress for each part, and of each crash. */
  say?(line: string): void;
}

/** A running house; `stop` (or the end of an `await using` scope) ends everything. */
export interface House extends AsyncDisposable {
  ports: Ports;
  /** http://localhost:… of each part, and the superuser's address of the database. */
  urls: {
    app: string;
    supabase: string;
    jitsi: string;
    carriers: string;
    database: string;
  };
  /** The data folder. */
  data: string;
  /** The app's environment: its addresses, keys and secrets. */
  env: Record<string, string>;
  secrets: Secrets;
  /** The process of a part, for a test that kills it; it is started again. */
  pid(part: keyof Ports): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts Postgres, Supabase, Jitsi and the carriers, then builds and serves the app.
 * Throws, with everything ended, when a port is taken or a part does not come up.
 *
 * @example
 * await using house = await startHouse({ ports: "free", data: "temp" });
 * const page = await fetch(house.urls.app);
 */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const { say = () => {}, app = true, dev = false } = options;
  const ports = options.ports === "free"
    ? freePorts()
    : { ...DEFAULT_PORTS, ...options.ports };
  const taken = takenPorts(ports);
  if (taken.length > 0) {
    throw new Error(`Taken by another program: ${taken.join(", ")}`);
  }
  const temporary = options.data === "temp";
  const data = temporary
    ? await temporaryData()
    : resolve(options.data ?? join(ROOT, ".local"));
  const lock = await lockData(data);
  if (options.fresh) await emptyData(data);
  const secrets = await readSecrets(data);
  const env = { ...appEnvironment(ports, secrets), ...options.appEnv };
  const watchdog = startWatchdog();
  const around = { say, register: watchdog.register };
  const parts = new Map<keyof Ports, Part>();

  const stop = async () => {
    // The app first: it writes to all the others; Postgres last.
    for (
      const group of [["app"], ["supabase", "jitsi", "carriers"], [
        "postgres",
      ]] as const
    ) {
      await Promise.all(group.map((name) => parts.get(name)?.stop()));
    }
    await watchdog.stop();
    lock.close();
    if (temporary) await emptyData(data, true);
  };
  const start = async (
    name: keyof Ports,
    part: Omit<PartOptions, "name" | "cwd" | "port" | "log">,
  ) => {
    const began = performance.now();
    const log = join(data, "logs", `${name}.log`);
    const started = new Part({
      ...part,
      name,
      cwd: ROOT,
      port: ports[name],
      log,
    }, around);
    parts.set(name, started);
    await started.start();
    say(
      `${name.padEnd(9)} ready on port ${ports[name]} (${
        Math.round(performance.now() - began)
      } ms)`,
    );
  };

  const database =
    `postgres://supabase_admin:${secrets.POSTGRES_PASSWORD}@127.0.0.1:${ports.postgres}/postgres`;
  const supabase = async () => {
    const common = ["--data", join(data, "supabase")];
    const program = (
      file: string,
      ...args: string[]
    ) => ["run", "-A", `local/supabase/${file}`, ...args];
    await start("postgres", {
      args: program(
        "postgres_main.ts",
        "--port",
        String(ports.postgres),
        ...common,
      ),
      env: { POSTGRES_PASSWORD: secrets.POSTGRES_PASSWORD },
    });
    await start("supabase", {
      args: program(
        "main.ts",
        "--port",
        String(ports.supabase),
        "--workdir",
        ROOT,
        ...common,
      ),
      env: { ...supabaseEnvironment(ports, secrets), DATABASE_URL: database },
    });
  };
  const jitsi = () =>
    start("jitsi", {
      args: ["run", "-A", "local/jitsi/main.ts"],
      env: {
        PORT: String(ports.jitsi),
        JITSI_CACHE: join(ROOT, ".local", "cache"),
        ...pick(env, "JITSI_"),
      },
    });
  const carriers = () =>
    start("carriers", {
      args: ["run", "-A", "local/carriers/main.ts"],
      env: {
        PORT: String(ports.carriers),
        CARRIERS_DATA: join(data, "carriers"),
        MAILGUN_WEBHOOK_URL: `${env.PUBLIC_URL}/api/hooks/mailgun`,
        ...pick(env, "TWILIO_"),
        ...pick(env, "MAILGUN_"),
      },
    });
  const build = async () => {
    if (!app || dev) return;
    const began = performance.now();
    if (await buildApp(ROOT)) {
      say(`app       built (${Math.round(performance.now() - began)} ms)`);
    }
  };

  try {
    await together([supabase(), jitsi(), carriers(), build()]);
    const port = String(ports.app);
    const served = [
      "serve",
      "-A",
      "--host",
      "127.0.0.1",
      "--port",
      port,
      "_fresh/server.js",
    ];
    const args = dev ? ["run", "-A", "dev.ts"] : served;
    if (app) {
      await start("app", {
        args,
        env: { ...env, PORT: port },
        echo: dev ? say : undefined,
      });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const {
    PUBLIC_URL = "",
    SUPABASE_URL = "",
    JITSI_URL = "",
    TWILIO_API_URL = "",
  } = env;
  const urls = {
    app: PUBLIC_URL,
    supabase: SUPABASE_URL,
    jitsi: JITSI_URL,
    carriers: TWILIO_API_URL,
    database,
  };
  const pid = (part: keyof Ports) => parts.get(part)?.pid;
  return {
    ports,
    urls,
    data,
    env,
    secrets,
    pid,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Waits for all, also when one fails, so that nothing is left half started; then throws the first failure. */
async function together(starts: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(starts)).find((one) =>
    one.status === "rejected"
  );
  if (failed) throw failed.reason;
}

function pick(
  env: Record<string, string>,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.startsWith(prefix)),
  );
}
