import { type Access, type Extension, mayRead, mayWrite } from "./access.ts";
import type { Connection } from "./connection.ts";
import {
  type Broadcast,
  encode,
  encodeBroadcast,
  type Frame,
  Push,
} from "./frames.ts";
import type { Address } from "./hub.ts";
import { identify, type Identity, Refusal } from "./identity.ts";
import { isRecord } from "./json.ts";
import { Rate } from "./rate.ts";

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
  #calls: Rate;
  #shown?: string;
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
    this.#calls = new Rate(limits.presenceCalls, limits.presenceWindow);
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

  get #isHere(): boolean {
    return this.connection.members.get(this.topic) === this;
  }

  /** Takes him out of the channel without a word: his socket is gone. */
  close() {
    clearTimeout(this.#confirmation);
    this.connection.context.hub.remove(this);
    if (this.#isHere) this.connection.members.delete(this.topic);
  }

  leave() {
    this.close();
    this.#push("phx_close", "{}", this.joinRef);
  }

  /** Shuts his channel and says why. */
  shut(message: string) {
    this.#push(
      "system",
      JSON.stringify({
        extension: "system",
        status: "error",
        message,
        channel: this.name,
      }),
    );
    this.leave();
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
    switch (frame.event) {
      case "broadcast":
        return this.#broadcast(frame);
      case "presence":
        return this.#presence(
          frame,
          isRecord(frame.payload) ? frame.payload : {},
        );
      case "access_token": {
        const token = isRecord(frame.payload)
          ? frame.payload.access_token
          : null;
        if (
          typeof token !== "string" || token.startsWith("sb_") ||
          token === this.identity.token
        ) return;
        return this.#refresh(token);
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
      if (this.#isHere) this.#confirm();
    } catch (error) {
      if (!this.#isHere) return;
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

  /** Whether he may write, asked once and then kept until his next token. */
  #mayWrite(extension: Extension): boolean | Promise<boolean> {
    const { access } = this;
    if (!access) return true;
    const { db } = this.connection.context;
    return access.write[extension] ??
      mayWrite(db, this.identity, this.name, extension).then((may) =>
        access.write[extension] = may
      );
  }

  #broadcast(frame: Frame): Promise<void> | void {
    const may = this.#mayWrite("broadcast");
    if (may === true) return this.#send(frame);
    if (may === false) return; // without an answer, as upstream: his acknowledgement times out
    return may.then((may) => may ? this.#send(frame) : undefined, () => {});
  }

  #send(frame: Frame) {
    const { hub, limits, rates } = this.connection.context;
    const message = readBroadcast(frame);
    if (!message) return;
    if (message.meta?.persist) {
      return this.connection.reply(frame, "error", {
        reason: "NotImplemented: persist is not part of this server (501)",
      });
    }
    if (!rates.messages.take()) {
      return this.shut("Too many messages per second");
    }
    const { event, payload } = message;
    const size = "json" in payload ? payload.json.length : payload.bytes.length;
    if (size > limits.payload) {
      if (this.config.ack) {
        this.connection.reply(frame, "error", {
          reason: "payload_size_exceeded",
        });
      }
      return;
    }
    const sender = this.config.self ? undefined : this;
    hub.broadcast(this, { event, payload }, {
      sender,
      binary: frame.payload instanceof Push,
    });
    if (this.config.ack) this.connection.reply(frame, "ok");
  }

  async #presence(
    frame: Frame,
    { event, payload = {} }: Record<string, unknown>,
  ) {
    const { hub } = this.connection.context;
    if (typeof event !== "string") return this.connection.reply(frame, "ok");
    if (!this.#calls.take()) {
      return this.shut("Client presence rate limit exceeded");
    }
    switch (event.toLowerCase()) {
      case "track":
        return await this.#track(frame, payload);
      case "untrack":
        hub.untrack(this);
        this.#shown = undefined;
        return this.connection.reply(frame, "ok");
      default:
        return this.connection.reply(frame, "error");
    }
  }

  async #track(frame: Frame, payload: unknown) {
    const { hub, limits, rates } = this.connection.context;
    try {
      if (!await this.#mayTrack()) return this.connection.reply(frame, "error");
    } catch {
      return this.connection.reply(frame, "error");
    }
    if (!this.#isHere) return; // he left while his policies were asked
    if (!isRecord(payload)) {
      return this.connection.reply(frame, "error", {
        reason: "Presence track payload must be a map",
      });
    }
    const shown = JSON.stringify(payload);
    if (shown === this.#shown) return this.connection.reply(frame, "ok");
    if (shown.length > limits.payload) {
      return this.shut("Track message size exceeded");
    }
    if (!rates.presences.take()) {
      return this.shut("Too many presence messages per second");
    }
    hub.track(this, payload);
    this.#shown = shown;
    this.connection.reply(frame, "ok");
    if (this.config.presence) return;
    this.config.presence = true; // tracking turns presence on for who joined without it
    this.showPresence();
  }

  async #mayTrack(): Promise<boolean> {
    const { access } = this;
    if (access && !("presence" in access.read)) {
      const { db } = this.connection.context;
      Object.assign(
        access.read,
        await mayRead(db, this.identity, this.name, ["presence"]),
      );
    }
    return await this.#mayWrite("presence");
  }
}

/** A broadcast of either protocol; null when it has no event. */
function readBroadcast({ payload }: Frame): Broadcast | null {
  if (payload instanceof Push) return payload.broadcast;
  if (!isRecord(payload) || typeof payload.event !== "string") return null;
  return {
    event: payload.event,
    payload: { json: JSON.stringify(payload.payload ?? {}) },
  };
}
