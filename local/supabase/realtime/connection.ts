import type { Context } from "./context.ts";
import { decode, encode, type Frame, type Version } from "./frames.ts";
import { type Identity, Refusal } from "./identity.ts";
import { isRecord } from "./json.ts";
import { join } from "./join.ts";
import type { Member } from "./member.ts";

/** One WebSocket: its channels, in the order of its frames, and the limits it is held to. */
export class Connection {
  readonly members = new Map<string, Member>();
  /** Joins that are not answered yet. */
  joining = 0;
  /** Resolves when the socket is closed and nothing is being done for it any more. */
  readonly closed: Promise<void>;
  /** The last work on each topic that is not done yet: frames of a topic never overtake each other. */
  #lanes = new Map<string, Promise<void>>();
  #pending = 0;
  #seen = performance.now();

  constructor(
    readonly context: Context,
    readonly socket: WebSocket,
    readonly version: Version,
    readonly identity: Identity,
  ) {
    socket.binaryType = "arraybuffer";
    this.closed = new Promise((resolve) => {
      socket.addEventListener("close", async () => {
        this.#leave();
        await Promise.all(this.#lanes.values());
        context.connections.delete(this);
        if (context.connections.size === 0) context.replication.rest();
        resolve();
      });
    });
    socket.addEventListener("error", () => this.#leave());
    socket.addEventListener("message", ({ data }) => this.#receive(data));
    context.connections.add(this);
  }

  #leave() {
    for (const member of this.members.values()) member.close();
    this.members.clear();
  }

  /** Ends the socket and takes it out of all channels at once. */
  end(code: number, reason: string) {
    this.#leave();
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.close(code, reason);
    }
  }

  /** Ends the socket when nothing came for too long: a client sends a heartbeat every 25 s. */
  expire(now: number) {
    if (now - this.#seen > this.context.limits.idle) this.end(1000, "");
  }

  /** Sends a frame, unless the reader is so far behind that he is better off joining again. */
  send(frame: string | Uint8Array<ArrayBuffer>) {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > this.context.limits.unread) {
      return this.end(1013, "reads too slowly");
    }
    this.socket.send(frame);
  }

  reply(
    { joinRef, ref, topic }: Frame,
    status: "ok" | "error",
    response: unknown = {},
  ) {
    this.send(
      encode(
        this.version,
        joinRef,
        ref,
        topic,
        "phx_reply",
        JSON.stringify({ status, response }),
      ),
    );
  }

  #receive(data: string | ArrayBuffer) {
    this.#seen = performance.now();
    const { frame: limit, pending } = this.context.limits;
    if ((typeof data === "string" ? data.length : data.byteLength) > limit) {
      return this.end(1009, "frame too long");
    }
    const frame = decode(data, this.version);
    if (!frame) return;
    const before = this.#lanes.get(frame.topic);
    if (!before) return this.#work(frame, this.#handle(frame));
    if (this.#pending >= pending) {
      return this.end(1008, "too many frames at once");
    }
    this.#work(frame, before.then(() => this.#handle(frame)));
  }

  #work({ topic }: Frame, work: Promise<void> | void) {
    if (!work) return;
    this.#pending++;
    const lane = work.catch((error) =>
      console.error("realtime: a frame failed:", error)
    ).finally(() => {
      this.#pending--;
      if (this.#lanes.get(topic) === lane) this.#lanes.delete(topic);
    });
    this.#lanes.set(topic, lane);
  }

  #handle(frame: Frame): Promise<void> | void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    const { topic, event, joinRef } = frame;
    if (topic === "phoenix" && event === "heartbeat") {
      return this.reply(frame, "ok");
    }
    if (event === "phx_join") return this.#join(frame);
    const member = this.members.get(topic);
    const own = member && (joinRef === null || joinRef === member.joinRef);
    if (event === "phx_leave") {
      this.reply(frame, "ok");
      if (own) member.leave();
    } else if (own) {
      return member.handle(frame);
    } else {
      this.reply(frame, "error", { reason: "unmatched topic" });
    }
  }

  async #join(frame: Frame) {
    this.members.get(frame.topic)?.leave(); // a second join on the same topic takes the place of the first
    if (!frame.topic.startsWith("realtime:")) {
      return this.reply(frame, "error", { reason: "unmatched topic" });
    }
    this.joining++;
    try {
      await join(this, frame, isRecord(frame.payload) ? frame.payload : {});
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, this.context.limits.refusal)
      );
      this.reply(frame, "error", { reason: `${error.code}: ${error.message}` });
      if (error.code === "ClientJoinRateLimitReached") {
        this.end(1008, error.message);
      }
    } finally {
      this.joining--;
    }
  }
}
