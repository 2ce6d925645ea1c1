import type { Change, Message } from "./types.ts";

/** What `find` looks for; everything given must match. */
export interface Filter {
  to?: string;
  channel?: string;
  /** ISO instant: messages accepted then or later. */
  since?: string;
  /** Text in the subject, the body or an address, whatever its case. */
  contains?: string;
}

/**
 * The messages, in memory and in an append-only file of one change a line. A line is
 * written before a carrier's answer goes out, so what was accepted survives a kill.
 */
export class Store {
  #messages = new Map<string, Message>();
  #listeners = new Set<(change: Change) => void>();
  #log: Deno.FsFile;

  private constructor(private folder: string, log: Deno.FsFile) {
    this.#log = log;
  }

  /** Opens (or makes) the folder and reads what is there; a line cut by a crash is dropped. */
  static async open(folder: string): Promise<Store> {
    await Deno.mkdir(`${folder}/files`, { recursive: true });
    const path = `${folder}/messages.jsonl`;
    const text = await Deno.readTextFile(path).catch(() => "");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    if (whole !== text) await Deno.writeTextFile(path, whole);
    const store = new Store(
      folder,
      await Deno.open(path, { append: true, create: true }),
    );
    for (const line of whole.split("\n")) {
      if (line !== "") store.#apply(JSON.parse(line));
    }
    return store;
  }

  /** Keeps a message, the request it came as, and its attachments in the order they are listed. */
  add(message: Message, source: Uint8Array, files: Uint8Array[] = []): void {
    Deno.writeFileSync(this.path(message.id, "source"), source);
    files.forEach((file, n) =>
      Deno.writeFileSync(this.path(message.id, n), file)
    );
    this.#record({ kind: "add", message });
  }

  /** Notes how a delivery went on. */
  setStatus(id: string, status: string, errorCode: number | null = null): void {
    if (this.#messages.has(id)) {
      this.#record({ kind: "status", id, status, errorCode });
    }
  }

  /** Forgets everything, attachments included. */
  clear(): void {
    const files = `${this.folder}/files`;
    Deno.removeSync(files, { recursive: true });
    Deno.mkdirSync(files);
    this.#log.truncateSync(0);
    this.#record({ kind: "clear" });
  }

  get(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** What matches, newest first. */
  find(filter: Filter): Message[] {
    return [...this.#messages.values()].filter((message) =>
      matches(message, filter)
    ).reverse();
  }

  /** Calls `listener` at every change until the returned function is called. */
  watch(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The file of an attachment, by its number, or of the source. */
  path(id: string, n: number | "source"): string {
    return `${this.folder}/files/${id}-${n}`;
  }

  close(): void {
    this.#log.close();
  }

  #record(change: Change) {
    this.#log.writeSync(
      new TextEncoder().encode(JSON.stringify(change) + "\n"),
    );
    this.#apply(change);
    for (const listener of this.#listeners) listener(change);
  }

  #apply(change: Change) {
    if (change.kind === "clear") return this.#messages.clear();
    if (change.kind === "add") {
      return void this.#messages.set(change.message.id, change.message);
    }
    const { id, status, errorCode } = change;
    const message = this.#messages.get(id);
    if (message) this.#messages.set(id, { ...message, status, errorCode });
  }
}

function matches(
  message: Message,
  { to, channel, since, contains }: Filter,
): boolean {
  return (!channel || message.channel === channel) &&
    (!since || Date.parse(message.at) >= Date.parse(since)) &&
    (!to || message.to.some((one) => one.toLowerCase() === to.toLowerCase())) &&
    (!contains || textOf(message).includes(contains.toLowerCase()));
}

/** All that can be searched, in small letters. */
function textOf({ from, to, subject, text, html }: Message): string {
  return [from, ...to, subject, text, html].join("\n").toLowerCase();
}
