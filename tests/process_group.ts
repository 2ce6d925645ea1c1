/** How long a program may run at all: one whose test was killed ends by itself, in seconds. */
const LIFETIME_S = 300;

/** How long programs may take to end before they are killed, in milliseconds. */
const GRACE_MS = 3_000;

/**
 * A program and everything it starts, which end together. Its head is `timeout` of the coreutils: it makes a process
 * group of its own, passes SIGTERM on to all of it, and sends it by itself once the lifetime is over.
 */
export class ProcessGroup implements AsyncDisposable {
  /** What its programs have written to standard error so far. */
  errors = "";
  readonly #head: Deno.ChildProcess;
  /** Each of them holds standard error open: it ends when the last of them has ended. */
  readonly #ended: Promise<void>;
  #running = true;

  constructor(program: string, args: string[], env = {}) {
    this.#head = new Deno.Command("timeout", {
      args: ["--kill-after=5", String(LIFETIME_S), program, ...args],
      env,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#ended = this.#read();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#running) this.#head.kill("SIGTERM");
    const killer = setTimeout(
      () => Deno.kill(-this.#head.pid, "SIGKILL"),
      GRACE_MS,
    );
    await this.#ended;
    clearTimeout(killer);
    await this.#head.status;
  }

  /** Waits until something is so. Throws with what was written to standard error when the program ended or it takes long. */
  async until<Answer>(
    ask: () => Answer | Promise<Answer>,
    timeoutMs: number,
  ): Promise<NonNullable<Answer>> {
    const end = Date.now() + timeoutMs;
    while (this.#running && Date.now() < end) {
      const answer = await ask();
      if (answer) return answer;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`It did not start: ${this.errors.trim()}`);
  }

  async #read(): Promise<void> {
    const stream = this.#head.stderr.pipeThrough(new TextDecoderStream());
    for await (const text of stream) this.errors += text;
    this.#running = false;
  }
}
