import { join } from "node:path";
import { buildApp } from "./build.ts";
import { Part } from "./part.ts";
import type { Ports } from "./ports.ts";
import { type Plan, programs } from "./programs.ts";
import { startWatchdog } from "./watched.ts";

/**
 * Who is ended together, and how many milliseconds each may take: the app first, as it
 * writes to all others; Postgres last. Three seconds in all.
 */
const LEAVING: [(keyof Ports)[], number][] = [
  [["app"], 700],
  [["supabase", "jitsi", "carriers"], 400],
  [["postgres"], 1_800],
];

/** The parts that run, in whatever state the start is. */
export class Frame {
  readonly parts = new Map<keyof Ports, Part>();
  #watchdog = startWatchdog();
  #stopping = new AbortController();
  #stopped: Promise<void> | undefined;
  /** The built app; empty until it is. */
  #server = "";

  constructor(
    private plan: Plan,
    private say: (line: string) => void,
    private leave: () => Promise<void>,
  ) {}

  async startAll(app: boolean): Promise<void> {
    const own = this.plan.database.own;
    const postgres = own ? this.#start("postgres") : Promise.resolve();
    const supabase = postgres.then(() => this.#start("supabase"));
    const built = app && !this.plan.dev ? this.#build() : Promise.resolve();
    // All settle before one failure is told, so that none is left half started.
    const starts = [
      supabase,
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
      ...programs(this.plan, this.#server)[name],
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
    const { server, built } = await buildApp(
      this.plan.root,
      this.#stopping.signal,
    );
    this.#server = server;
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
