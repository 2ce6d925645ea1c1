import { delay } from "@std/async";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyData, lockData, temporaryData } from "./data.ts";
import { appEnvironment } from "./environment.ts";
import { Frame } from "./frame.ts";
import { DEFAULT_PORTS, freePorts, type Ports, takenPorts } from "./ports.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

/** The repository's root. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const PATIENCE_MS = 1_500;

/** How a house is started. */
export interface HouseOptions {
  /** Where each part listens, or "free" for ports that nobody has. */
  ports?: Partial<Ports> | "free";
  /** The data folder, or "temp" for one that is gone at the end. */
  data?: string | "temp";
  /** Begins anew with the seed. */
  fresh?: boolean;
  /** A superuser's address of another Postgres 17, used instead of one of its own. */
  databaseUrl?: string;
  /** Serves the app by its dev server: rebuilt and reloaded at every change. */
  dev?: boolean;
  /** False starts everything but the app: enough for tests of the services. */
  app?: boolean;
  /** More of the app's environment, for a test that needs another setting. */
  appEnv?: Record<string, string>;
  /** Ends what was started so far. */
  signal?: AbortSignal;
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
  if (options.fresh && options.databaseUrl) {
    throw new Error(
      "--fresh leaves another one's database alone: empty it yourself",
    );
  }
  const ports = await choosePorts(options.ports);
  const temporary = options.data === "temp";
  const data = temporary
    ? await temporaryData()
    : resolve(options.data ?? join(ROOT, ".local"));
  const lock = await lockData(data);
  const secrets = await readSecrets(data);
  const env = { ...appEnvironment(ports, secrets), ...options.appEnv };
  const dev = options.dev ?? false;
  const database = {
    own: options.databaseUrl === undefined,
    url: options.databaseUrl ?? databaseUrl(ports, secrets),
  };
  const plan = { root: ROOT, data, ports, secrets, env, dev, database };
  const frame = new Frame(plan, options.say ?? (() => {}), async () => {
    // Closing is not enough: a child that was being started at that moment holds the file, too.
    lock.unlockSync();
    lock.close();
    if (temporary) await emptyData(data, true);
  });
  options.signal?.addEventListener("abort", () => frame.stop(), { once: true });
  try {
    if (options.fresh) await emptyData(data);
    await frame.startAll(options.app ?? true);
  } catch (error) {
    await frame.stop();
    throw error;
  }
  const at = (part: keyof Ports) => `http://localhost:${ports[part]}`;
  const urls = {
    app: at("app"),
    supabase: at("supabase"),
    jitsi: at("jitsi"),
    carriers: at("carriers"),
  };
  const stop = () => frame.stop();
  return {
    ...{ ports, data, env, secrets, stop },
    urls: { ...urls, database: database.url },
    pid: (part) => frame.parts.get(part)?.pid,
    [Symbol.asyncDispose]: stop,
  };
}

function databaseUrl({ postgres }: Ports, secrets: Secrets): string {
  const user = `supabase_admin:${secrets.POSTGRES_PASSWORD}`;
  return `postgres://${user}@127.0.0.1:${postgres}/postgres`;
}

/** Looks at the ports; those of a house that was just killed come free in a moment. */
async function choosePorts(wanted: HouseOptions["ports"]): Promise<Ports> {
  if (wanted === "free") return freePorts();
  const ports = { ...DEFAULT_PORTS, ...wanted };
  for (const limit = Date.now() + PATIENCE_MS;; await delay(100)) {
    const taken = takenPorts(ports).join(", ");
    if (taken === "") return ports;
    if (Date.now() < limit) continue;
    throw new Error(
      `Taken by another program: ${taken} (choose others, see --help)`,
    );
  }
}
