/** How long a program may run at all, in seconds. */
const LIFETIME_S = 300;

/** How long programs may take to end before they are killed, in milliseconds. */
const GRACE_MS = 3_000;

/**
 * A program and everything it starts, which end together. Its head is `timeout` of the coreutils: it makes a process
 * group of its own, and ends all of it once the lifetime is over. `setpriv` of util-linux has the kernel end it with the
 * thread of its test, which may be killed.
 */
export class ProcessGroup implements AsyncDisposable {
  /** What its programs have written to standard error so far. */
  errors = "";
  readonly #head: Deno.ChildProcess;
  readonly #reader: ReadableStreamDefaultReader<string>;
  /** Each of them holds standard error open: it ends when the last of them has ended. */
  readonly #ended: Promise<void>;
  #running = true;

  constructor(program: string, args: string[], env = {}) {
    this.#head = new Deno.Command("setpriv", {
      args: [
        ...["--pdeathsig", "TERM"],
        ...["timeout", "--kill-after=5", String(LIFETIME_S)],
        ...[program, ...args],
      ],
      env,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#reader = this.#head.stderr.pipeThrough(new TextDecoderStream())
      .getReader();
    this.#ended = this.#read();
  }

  /** Ends all of them; kills those that do not end. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal("SIGTERM");
    let timer;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, GRACE_MS);
    });
    await Promise.race([this.#ended, late]);
    clearTimeout(timer);
    this.#signal("SIGKILL");
    await this.#reader.cancel();
    await this.#head.status;
  }

  /** Waits until something is so. Throws, with what was written to standard error, when it takes long or they have ended. */
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
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) break;
      this.errors += value;
    }
    this.#running = false;
  }

  #signal(signal: Deno.Signal): void {
    try {
      Deno.kill(-this.#head.pid, signal);
    } catch {
      // All of them have ended.
    }
  }
}
