import { delay } from "@std/async";
import { withConfig } from "./deno.ts";

/** A program of the house: how it is started and when it is ready. */
export interface PartOptions {
  /** As the progress lines call it. */
  name: string;
  /** Arguments for `deno`. */
  args: string[];
  env: Record<string, string>;
  cwd: string;
  /** Ready once this port of 127.0.0.1 accepts a connection. */
  port: number;
  /** Everything that it prints goes there. */
  log: string;
  /** Hears what it prints, too. */
  echo?: (line: string) => void;
}

/** What a part needs of the house. */
export interface Surroundings {
  /** Says something to who started the house. */
  say(line: string): void;
  /** Hears `+pid` and `-pid`, to end what a killed supervisor leaves. */
  register(line: string): void;
}

const READY_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After living this long a crash is a new one, not the last one again. */
const HEALTHY_MS = 60_000;

/** Starts a program, starts it again when it crashes, and ends it. */
export class Part {
  #child: Deno.ChildProcess | undefined;
  #logged: Promise<unknown> = Promise.resolve();
  #stopping = new AbortController();
  #kept: Promise<void> = Promise.resolve();

  constructor(readonly options: PartOptions, private around: Surroundings) {}

  /** The process, for a test that kills it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it is ready; throws with the end of its log when it ended before. */
  async start(): Promise<void> {
    const child = this.#spawn();
    await this.#ready(child);
    this.#kept = this.#keep(child);
  }

  /** Ends it: politely, and after this many milliseconds not. */
  async stop(limit = 1_000): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    if (child) {
      signal(child, "SIGTERM");
      const timer = setTimeout(() => signal(child, "SIGKILL"), limit);
      await child.status;
      clearTimeout(timer);
    }
    await this.#kept;
    await this.#logged;
  }

  #spawn(): Deno.ChildProcess {
    const { args, env, cwd, log, echo } = this.options;
    const child = new Deno.Command(Deno.execPath(), {
      args: withConfig(args),
      env,
      cwd,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      detached: Deno.build.os !== "windows", // Ctrl-C reaches the supervisor only, which ends all in order
    }).spawn();
    this.#child = child;
    this.around.register(`+${child.pid}`);
    child.status.then(() => this.around.register(`-${child.pid}`));
    const outputs = [child.stdout, child.stderr];
    this.#logged = Promise.all(outputs.map((one) => keepLog(one, log, echo)))
      .catch((error) => this.around.say(`${log}: ${error.message}`));
    return child;
  }

  async #ready(child: Deno.ChildProcess): Promise<void> {
    let ended = false;
    child.status.then(() => ended = true);
    for (
      const limit = Date.now() + READY_MS;
      !await connects(this.options.port);
    ) {
      if (this.#stopping.signal.aborted) throw new Error("stopped");
      if (!ended && Date.now() < limit) continue;
      await this.stop();
      const why = ended
        ? "ended while it was starting"
        : "is not ready after 60 s";
      throw new Error(
        `${this.options.name} ${why}\n${await lastLines(this.options.log)}`,
      );
    }
  }

  /** Watches for crashes until it is stopped. */
  async #keep(child: Deno.ChildProcess): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    for (let started = Date.now();; started = Date.now()) {
      const { code, signal } = await child.status;
      if (this.#stopping.signal.aborted) return;
      if (Date.now() - started > HEALTHY_MS) pause = FIRST_PAUSE_MS;
      const how = signal ? `was ended by ${signal}` : `ended with ${code}`;
      this.around.say(
        `${this.options.name} ${how}, starting it again in ${
          pause / 1000
        } s (${this.options.log})`,
      );
      await delay(pause, this.#stopping).catch(() => {});
      if (this.#stopping.signal.aborted) return;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      child = this.#spawn();
    }
  }
}

function signal(child: Deno.ChildProcess, name: Deno.Signal) {
  try {
    child.kill(name);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // it has ended already
  }
}

/** Whether somebody listens; takes 30 ms at least, so that asking again does no harm. */
async function connects(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    await delay(30);
    return false;
  }
}

async function keepLog(
  output: ReadableStream<Uint8Array<ArrayBuffer>>,
  path: string,
  say: (line: string) => void = () => {},
) {
  using file = await Deno.open(path, {
    append: true,
    create: true,
    mode: 0o600,
  });
  let rest = "";
  for await (const text of output.pipeThrough(new TextDecoderStream())) {
    file.writeSync(new TextEncoder().encode(text));
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(say);
  }
  if (rest !== "") say(rest);
}

async function lastLines(path: string): Promise<string> {
  const text = await Deno.readTextFile(path).catch(() => "");
  return text.trimEnd().split("\n").slice(-15).map((line) => `  ${line}`).join(
    "\n",
  );
}
