import { Builder } from "fresh/dev";
import { withConfig } from "../local/deno.ts";
import type { Row } from "./row.ts";

const CALLERS = 8;
const WARM_UP = 5_000;
const REQUESTS = 5_000;
const ROUNDS = 3;

/** A server in a process of its own, so that only its own time is counted. */
class Server implements AsyncDisposable {
  #process: Deno.ChildProcess;
  #reader: ReadableStreamDefaultReader<string>;
  #address = "";

  /** Of a build's server.js, or bare. */
  constructor(server?: string) {
    const script = new URL("./fresh_server.ts", import.meta.url).href;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: withConfig(["run", "-A", script, ...server ? [server] : []]),
      stdout: "piped",
    }).spawn();
    this.#reader = this.#process.stdout
      .pipeThrough(new TextDecoderStream()).getReader();
  }

  async start(): Promise<this> {
    const { value } = await this.#reader.read();
    this.#address = value?.trim() ?? "";
    await this.#ask(WARM_UP);
    return this;
  }

  /** Microseconds of processor time that a request takes. */
  async measure(): Promise<number> {
    const before = await this.#cpu();
    await this.#ask(REQUESTS);
    return (await this.#cpu() - before) / REQUESTS;
  }

  async #ask(requests: number): Promise<void> {
    let left = requests;
    const call = async () => {
      while (left-- > 0) await (await fetch(this.#address)).arrayBuffer();
    };
    await Promise.all(Array.from({ length: CALLERS }, call));
  }

  async #cpu(): Promise<number> {
    return Number(await (await fetch(`${this.#address}/cpu`)).text());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader.cancel();
    this.#process.kill();
    await this.#process.status;
  }
}

/** Builds the page's app into a folder; gives back its server.js. */
async function build(outDir: string): Promise<string> {
  const builder = new Builder({
    root: new URL("../local/fresh/tests/fixture", import.meta.url).href,
    outDir,
  });
  await builder.build();
  return `file://${outDir}/server.js`;
}

/**
 * The processor time of a page with three islands in its wrapper, policy and nonce included,
 * beside a bare `Deno.serve` answer: in turns, the best of three rounds.
 */
export async function rows(): Promise<Row[]> {
  const outDir = await Deno.makeTempDir();
  try {
    await using page = new Server(await build(outDir));
    await using bare = new Server();
    await page.start();
    await bare.start();
    const times = { page: Infinity, bare: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      times.page = Math.min(times.page, await page.measure());
      times.bare = Math.min(times.bare, await bare.measure());
    }
    return [{
      name: "fresh: a page with three islands",
      unit: "µs of CPU a request",
      value: times.page,
      floor: "a bare Deno.serve answer",
      floorValue: times.bare,
      ratio: times.page / times.bare,
    }];
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
}
