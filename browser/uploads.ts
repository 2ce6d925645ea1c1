import { effect, signal } from "@preact/signals";
import { ATTACHMENT_MAX } from "@/domain/attachments.ts";
import { paths } from "@/domain/paths.ts";
import { UploadTicket } from "./answers.ts";
import { ask, Done, Refusal } from "./api.ts";
import { withoutHeic } from "./heic.ts";
import { transfer } from "./transfer.ts";

/** A file on its way. */
export interface Upload {
  /** That of its message. */
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  state: "uploading" | "checking" | "failed";
  /** How much has left, from 0 to 1. */
  part: number;
  /** Failed: the rule that refused; null when the network did, and it is tried again by itself. */
  refusal: string | null;
}

/** How long our server may take to check 20 MB, in milliseconds. */
const CHECK_TIMEOUT_MS = 60_000;

/** After so long a file that the network stopped is tried again, in milliseconds. */
const RETRY_MS = 10_000;

/** What uploading needs of the world; a test plays it. */
export interface UploadDeps {
  ask: typeof ask;
  transfer: typeof transfer;
  /** The file as it is sent. */
  prepare: typeof withoutHeic;
}

/** The files that are being sent into one thread: each goes on by itself until it is sent, refused or cancelled. */
export class Uploads {
  /** In the order in which they were chosen. */
  readonly list = signal<readonly Upload[]>([]);
  readonly #files = new Map<string, { file: File; end: AbortController }>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param appointment in whose call; null outside of a consultation
   * @param onSent a file has become a message
   */
  constructor(
    private readonly thread: string | null,
    private readonly appointment: string | null,
    private readonly onSent: () => void,
    private readonly deps: UploadDeps = {
      ask,
      transfer,
      prepare: withoutHeic,
    },
  ) {}

  /** Runs until the returned function is called, which ends what is on its way. */
  start(): () => void {
    addEventListener("online", this.#retryFailed);
    this.#timer = setInterval(this.#retryFailed, RETRY_MS);
    const stopGuard = effect(() => {
      if (!this.list.value.some(isPending)) return;
      // Closing the page, leaving it or signing out ends what is on its way: the browser asks before.
      const ask = (event: Event) => event.preventDefault();
      addEventListener("beforeunload", ask);
      return () => removeEventListener("beforeunload", ask);
    });
    return () => {
      stopGuard();
      removeEventListener("online", this.#retryFailed);
      clearInterval(this.#timer);
      for (const { end } of this.#files.values()) end.abort();
    };
  }

  /** Sends files, all at the same time. */
  send = (files: Iterable<File>): void => {
    if (this.thread === null) return;
    for (const file of files) {
      const id = crypto.randomUUID();
      this.#files.set(id, { file, end: new AbortController() });
      const refusal = file.size === 0
        ? "attachment_empty"
        : file.size > ATTACHMENT_MAX
        ? "attachment_too_large"
        : null;
      this.list.value = [...this.list.value, {
        id,
        name: file.name,
        size: file.size,
        state: refusal === null ? "uploading" : "failed",
        part: 0,
        refusal,
      }];
      if (refusal === null) void this.#run(id);
    }
  };

  /** Ends a file that is on its way, or takes one away that failed. */
  cancel = (id: string): void => {
    this.#files.get(id)?.end.abort();
    this.#forget(id);
  };

  /** Sends a failed file again. */
  retry = (id: string): void => {
    const failed = this.list.value.find((one) => one.id === id);
    if (failed?.state === "failed") void this.#run(id);
  };

  #retryFailed = (): void => {
    for (const { id, state, refusal } of this.list.value) {
      if (state === "failed" && refusal === null) this.retry(id);
    }
  };

  async #run(id: string): Promise<void> {
    const known = this.#files.get(id);
    if (known === undefined || this.thread === null) return;
    const { end } = known;
    this.#change(id, { state: "uploading", part: 0, refusal: null });
    try {
      const file = await this.deps.prepare(known.file, end.signal);
      // A second try need not convert again; cancelled meanwhile, there is none.
      if (this.#files.has(id)) this.#files.set(id, { file, end });
      this.#change(id, { name: file.name, size: file.size });
      const ticket = await this.deps.ask(
        paths.attachments(this.thread),
        UploadTicket,
        {
          method: "POST",
          repeatable: true, // the id makes a second try the same file
          body: {
            ...{ id, name: file.name, bytes: file.size },
            appointment_id: this.appointment,
          },
          signal: end.signal,
        },
      );
      if (ticket !== null) {
        const progress = (part: number) => this.#change(id, { part });
        await this.deps.transfer(file, ticket, progress, end.signal);
      }
      this.#change(id, { state: "checking", part: 1 });
      await this.deps.ask(paths.attachmentUpload(this.thread, id), Done, {
        method: "POST",
        repeatable: true,
        signal: end.signal,
        timeoutMs: CHECK_TIMEOUT_MS,
      });
      this.#forget(id);
      this.onSent();
    } catch (error) {
      this.#change(id, { state: "failed", refusal: refusalOf(error) });
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.list.value = this.list.value.map((one) =>
      one.id === id ? { ...one, ...change } : one
    );
  }

  #forget(id: string): void {
    this.#files.delete(id);
    this.list.value = this.list.value.filter((one) => one.id !== id);
  }
}

/** Whether a file is on its way, or goes on by itself. */
function isPending({ state, refusal }: Upload): boolean {
  return state !== "failed" || refusal === null;
}

/** The key of the rule that refused; null for what the network did. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Refusal)) return null;
  return error.status >= 400 && error.status < 500 ? error.key : null;
}
