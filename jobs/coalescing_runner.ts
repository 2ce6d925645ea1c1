import { getLogger } from "@logtape/logtape";

const log = getLogger(["econsult", "jobs"]);

/**
 * Runs a job on request, one run at a time: whoever asks during a run gets one more after it, however many ask.
 * Nobody waits for it and nothing is thrown: a failure is logged, and the next minute's run tries again.
 */
export class CoalescingRunner {
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly name: string,
    private readonly job: () => Promise<unknown>,
  ) {}

  /** Asks for a run. */
  trigger = (): void => {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#run().finally(() => this.#running = undefined);
  };

  /** Asks for a run and waits for its end. */
  run = (): Promise<void> => {
    this.trigger();
    return this.idle();
  };

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.job();
      } catch (error) {
        log.error("{job} failed: {error}", { job: this.name, error });
      }
    } while (this.#again);
  }
}
