import { Attendance } from "./attendance.ts";
import { type Access, type Extension, mayRead, mayWrite } from "./access.ts";
import type { Connection } from "./connection.ts";
import {
  type Broadcast,
  encode,
  encodeBroadcast,
  type Frame,
} from "./frames.ts";
import type { Address } from "./hub.ts";
import { identify, type Identity, Refusal } from "./identity.ts";
import { isRecord } from "./json.ts";
import { speak } from "./speaking.ts";

/** What a member asked for when he joined. */
export interface Config {
  private: boolean;
  /** Answer each of his broadcasts. */
  ack: boolean;
  /** Send him his own broadcasts. */
  self: boolean;
  presence: boolean;
  /** The key under which he is present. */
  key: string;
  /** Tell him when the database is heard. */
  replicationReady: boolean;
  replay?: { since: number; limit: number };
}

/** A token is looked at again at its expiry, and at least this often (milliseconds). */
const CONFIRMATION = 300_000;

/** One socket in one channel. */
export class Member implements Address {
  readonly topic: string;
  readonly private: boolean;
  /** Ids of the messages that were replayed to him, so that none comes twice. */
  readonly replayed = new Set<string>();
  #attendance: Attendance;
  #confirmation?: ReturnType<typeof setTimeout>;

  /** `access` is missing for a public channel, where everything is allowed. */
  constructor(
    readonly connection: Connection,
    readonly joinRef: string | null,
    readonly name: string,
    readonly config: Config,
    private identity: Identity,
    private access?: Access,
  ) {
    const { hub, limits } = connection.context;
    this.topic = `realtime:${name}`;
    this.private = config.private;
    this.#attendance = new Attendance(this, limits);
    connection.members.set(this.topic, this);
    hub.add(this);
    this.#confirm();
  }

  /** Whether messages of this extension reach him. */
  mayRead(extension: Extension): boolean {
    return !this.access || this.access.read[extension] === true;
  }

  deliver(broadcast: Broadcast) {
    const frame = encodeBroadcast(
      this.connection.version,
      this.topic,
      broadcast,
    );
    if (frame) this.connection.send(frame);
  }

  showPresence() {
    const { hub, rates } = this.connection.context;
    if (!this.mayRead("presence")) return;
    if (!rates.presences.take()) {
      return this.shut("Too many presence messages per second");
    }
    this.#push("presence_state", hub.presence(this));
  }

  /** Says whether the database is heard: from here on nothing that it sends is lost. */
  showReplication(heard: boolean) {
    if (!this.isHere) return;
    this.#system(
      heard ? "ok" : "error",
      heard
        ? "Replication connection established"
        : "Replication connection was not established in time",
    );
  }

  #push(event: string, json: string, ref: string | null = null) {
    this.connection.send(
      encode(
        this.connection.version,
        this.joinRef,
        ref,
        this.topic,
        event,
        json,
      ),
    );
  }

  /** Whether he is still in the channel: work that waited must ask. */
  get isHere(): boolean {
    return this.connection.members.get(this.topic) === this;
  }

  /** Takes him out of the channel without a word: his socket is gone. */
  close() {
    clearTimeout(this.#confirmation);
    this.connection.context.hub.remove(this);
    if (this.isHere) this.connection.members.delete(this.topic);
  }

  leave() {
    this.close();
    this.#push("phx_close", "{}", this.joinRef);
  }

  /** Shuts his channel and says why. */
  shut(message: string) {
    this.#system("error", message);
    this.leave();
  }

  #system(status: "ok" | "error", message: string) {
    const { name: channel } = this;
    const payload = { extension: "system", status, message, channel };
    this.#push("system", JSON.stringify(payload));
  }

  #confirm() {
    clearTimeout(this.#confirmation);
    const left = this.identity.claims.exp * 1000 - Date.now();
    this.#confirmation = setTimeout(
      () => this.#refresh(this.identity.token),
      Math.max(0, Math.min(left, CONFIRMATION)),
    );
  }

  handle(frame: Frame): Promise<void> | void {
    const payload = isRecord(frame.payload) ? frame.payload : {};
    switch (frame.event) {
      case "broadcast":
        return speak(this, frame);
      case "presence":
        return this.#attendance.handle(frame, payload);
      case "access_token": {
        const { access_token: token } = payload;
        const isNew = typeof token === "string" && !token.startsWith("sb_") &&
          token !== this.identity.token;
        return isNew ? this.#refresh(token) : undefined;
      }
    }
  }

  /** Takes a new token, or confirms the old one; shuts the channel when it no longer allows what it did. */
  async #refresh(token: string) {
    const { db, keys } = this.connection.context;
    try {
      const identity = await identify(keys, token, this.identity.headers);
      if (this.access && token !== this.identity.token) {
        await this.#readAgain(this.access, identity, db);
      }
      this.identity = identity;
      if (this.isHere) this.#confirm();
    } catch (error) {
      if (!this.isHere) return;
      this.shut(
        error instanceof Refusal
          ? error.message
          : "Realtime was unable to check the token",
      );
    }
  }

  async #readAgain(
    { read: before }: Access,
    identity: Identity,
    db: Connection["context"]["db"],
  ) {
    const extensions: Extension[] = "presence" in before
      ? ["broadcast", "presence"]
      : ["broadcast"];
    const read = await mayRead(db, identity, this.name, extensions);
    if (extensions.some((extension) => before[extension] && !read[extension])) {
      throw new Refusal(
        "Unauthorized",
        `You no longer have permission to read from this Channel topic: ${this.name}`,
      );
    }
    this.access = { read, write: {} };
  }

  /** Asks whether he may read who is present, when he did not ask for presence at his join. */
  async mayAttend(): Promise<boolean> {
    const { access } = this;
    if (access && !("presence" in access.read)) {
      const { db } = this.connection.context;
      const read = await mayRead(db, this.identity, this.name, ["presence"]);
      Object.assign(access.read, read);
    }
    return await this.mayWrite("presence");
  }

  /** Whether he may write, asked once and then kept until his next token. */
  mayWrite(extension: Extension): boolean | Promise<boolean> {
    const { access } = this;
    if (!access) return true;
    const { db } = this.connection.context;
    return access.write[extension] ??
      mayWrite(db, this.identity, this.name, extension).then((may) =>
        access.write[extension] = may
      );
  }
}
