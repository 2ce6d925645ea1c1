import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./build.ts";
import { emptyData, lockData, temporaryData } from "./data.ts";
import { appEnvironment } from "./environment.ts";
import { Part } from "./part.ts";
import { DEFAULT_PORTS, freePorts, type Ports, takenPorts } from "./ports.ts";
import { databaseUrl, type Plan, programs } from "./programs.ts";
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
 * Who is ended together, and how many milliseconds each may take: the app first, as it
 * writes to all others; Postgres last. Three seconds in all.
 */
const LEAVING: [(keyof Ports)[], number][] = [
  [["app"], 700],
  [["supabase", "jitsi", "carriers"], 400],
  [["postgres"], 1_800],
];

/**
 * Starts Postgres, Supabase, Jitsi and the carriers, then builds and serves the app.
 * Throws, with everything ended, when a port is taken or a part does not come up.
 *
 * @example
 * await using house = await startHouse({ ports: "free", data: "temp" });
 * const page = await fetch(house.urls.app);
 */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const ports = choosePorts(options.ports);
  const temporary = options.data === "temp";
  const data = temporary
    ? await temporaryData()
    : resolve(options.data ?? join(ROOT, ".local"));
  const lock = await lockData(data);
  const secrets = await readSecrets(data);
  const env = { ...appEnvironment(ports, secrets), ...options.appEnv };
  const dev = options.dev ?? false;
  const plan = { root: ROOT, data, ports, secrets, env, dev };
  const frame = new Frame(plan, options.say ?? (() => {}), async () => {
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
    urls: { ...urls, database: databaseUrl(plan) },
    pid: (part) => frame.parts.get(part)?.pid,
    [Symbol.asyncDispose]: stop,
  };
}

function choosePorts(wanted: HouseOptions["ports"]): Ports {
  const ports = wanted === "free"
    ? freePorts()
    : { ...DEFAULT_PORTS, ...wanted };
  const taken = takenPorts(ports);
  if (taken.length === 0) return ports;
  const names = taken.join(", ");
  throw new Error(
    `Taken by another program: ${names} (choose others, see --help)`,
  );
}

/** The parts that run, in whatever state the start is. */
class Frame {
  readonly parts = new Map<keyof Ports, Part>();
  #watchdog = startWatchdog();
  #stopping = new AbortController();
  #stopped: Promise<void> | undefined;

  constructor(
    private plan: Plan,
    private say: (line: string) => void,
    private leave: () => Promise<void>,
  ) {}

  async startAll(app: boolean): Promise<void> {
    const database = this.#start("postgres").then(() =>
      this.#start("supabase")
    );
    const built = app && !this.plan.dev ? this.#build() : Promise.resolve();
    // All settle before one failure is told, so that none is left half started.
    const starts = [
      database,
      this.#start("jitsi"),
      this.#start("carriers"),
      built,
    ];
    const failed = (await Promise.allSettled(starts)).find((one) =>
      one.status === "rejected"
    );
    if (failed) throw failed.reason;
    if (app) await this.#start("app");
  }

  /** Ends everything, once. */
  stop(): Promise<void> {
    return this.#stopped ??= this.#end();
  }

  async #start(name: keyof Ports): Promise<void> {
    if (this.#stopped) throw new Error("stopped");
    const began = performance.now();
    const { root, data, ports, dev } = this.plan;
    const log = join(data, "logs", `${name}.log`);
    const echo = dev && name === "app" ? this.say : undefined;
    const options = {
      ...programs(this.plan)[name],
      name,
      cwd: root,
      port: ports[name],
      log,
      echo,
    };
    await Deno.writeTextFile(log, "", { mode: 0o600 }); // the last run's lines
    const part = new Part(options, {
      say: this.say,
      register: this.#watchdog.register,
    });
    this.parts.set(name, part);
    await part.start();
    this.say(
      `${name.padEnd(9)} ready on port ${ports[name]} (${
        Math.round(performance.now() - began)
      } ms)`,
    );
  }

  async #build(): Promise<void> {
    const began = performance.now();
    const built = await buildApp(this.plan.root, this.#stopping.signal);
    if (built) {
      this.say(`app       built (${Math.round(performance.now() - began)} ms)`);
    }
  }

  async #end(): Promise<void> {
    this.#stopping.abort();
    for (const [group, limit] of LEAVING) {
      await Promise.all(group.map((name) => this.parts.get(name)?.stop(limit)));
    }
    await this.#watchdog.stop();
    await this.leave();
  }
}
