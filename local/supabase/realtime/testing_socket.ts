/** What came from the server, of either version. */
export interface Received {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  // deno-lint-ignore no-explicit-any -- tests compare payloads of every shape
  payload: any;
}

/** The start of a join: `realtime:` is put before the name. */
export interface Join {
  token?: string;
  private?: boolean;
  broadcast?: Record<string, unknown>;
  presence?: Record<string, unknown>;
  [field: string]: unknown;
}

/** Speaks the frames of a version, as a test wants them: also wrong ones. */
export class TestSocket implements AsyncDisposable {
  #received: Received[] = [];
  #wake = () => {};
  #ref = 0;
  #joins = new Map<string, string>();
  /** How the socket was closed. */
  readonly closed: Promise<CloseEvent>;

  private constructor(readonly socket: WebSocket, readonly version: 1 | 2) {
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => {
      this.#received.push(read(data, version));
      this.#wake();
    };
    this.closed = new Promise((resolve) => {
      socket.onclose = (event) => {
        this.#wake();
        resolve(event);
      };
    });
  }

  static async connect(url: string, version: 1 | 2): Promise<TestSocket> {
    const socket = new WebSocket(url);
    const test = new TestSocket(socket, version);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error("the socket was refused"));
    });
    return test;
  }

  /** Sends a message and says its reference. */
  push(name: string, event: string, payload: unknown): string {
    const ref = String(++this.#ref);
    const topic = name === "phoenix" ? name : `realtime:${name}`;
    if (event === "phx_join") this.#joins.set(topic, ref);
    const join = this.#joins.get(topic) ?? null;
    this.socket.send(JSON.stringify(
      this.version === 2
        ? [join, ref, topic, event, payload]
        : { topic, event, payload, ref, join_ref: join },
    ));
    return ref;
  }

  /** Sends a broadcast as realtime-js does with version 2: kind 3, JSON or bytes. */
  pushBinary(name: string, event: string, payload: unknown): string {
    const ref = String(++this.#ref);
    const topic = `realtime:${name}`;
    const utf8 = new TextEncoder();
    const strings = [this.#joins.get(topic) ?? "", ref, topic, event, ""]
      .map((part) => utf8.encode(part));
    const bytes = payload instanceof Uint8Array;
    const body = bytes ? payload : utf8.encode(JSON.stringify(payload));
    this.socket.send(
      new Uint8Array([
        3,
        ...strings.map((part) => part.length),
        bytes ? 0 : 1,
        ...strings.flatMap((part) => [...part]),
        ...body,
      ]),
    );
    return ref;
  }

  /** Asks to join and gives the answer. */
  async join(
    name: string,
    { token, private: isPrivate = false, broadcast, presence, ...rest }: Join =
      {},
  ): Promise<{ status: string; response: Record<string, unknown> }> {
    const config = {
      broadcast: broadcast ?? {},
      presence: presence ?? {},
      private: isPrivate,
      ...rest,
    };
    return await this.reply(
      this.push(name, "phx_join", { config, access_token: token }),
    );
  }

  /** The answer to a message. */
  async reply(ref: string) {
    const { payload } = await this.next((message) =>
      message.event === "phx_reply" && message.ref === ref
    );
    return payload;
  }

  /** The next message of an event, or that fits; those before it stay. */
  async next(which: string | ((message: Received) => boolean)) {
    const fits = typeof which === "string"
      ? (message: Received) => message.event === which
      : which;
    const deadline = Date.now() + 15_000;
    for (;;) {
      const index = this.#received.findIndex(fits);
      const [message] = index < 0 ? [] : this.#received.splice(index, 1);
      if (message) return message;
      if (this.socket.readyState >= WebSocket.CLOSING) {
        throw new Error(`closed while waiting for ${which}`);
      }
      await this.#arrival(deadline - Date.now(), which);
    }
  }

  async #arrival(patience: number, which: unknown) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`nothing came: ${which}`)),
        patience,
      );
    });
    const woken = new Promise<void>((resolve) => this.#wake = resolve);
    await Promise.race([woken, late]).finally(() => clearTimeout(timer));
  }

  /** Everything of these events that came before the answer to a heartbeat: what is not there was not sent. */
  async soFar(...events: string[]): Promise<Received[]> {
    await this.reply(this.push("phoenix", "heartbeat", {}));
    const found = this.#received.filter(({ event }) => events.includes(event));
    this.#received = this.#received.filter((message) =>
      !found.includes(message)
    );
    return found;
  }

  async [Symbol.asyncDispose]() {
    if (this.socket.readyState <= WebSocket.OPEN) this.socket.close();
    await this.closed;
  }
}

function read(data: string | ArrayBuffer, version: 1 | 2): Received {
  if (typeof data !== "string") return readBinary(new Uint8Array(data));
  const message = JSON.parse(data);
  if (version === 1) {
    const { topic, event, payload, ref, join_ref: joinRef } = message;
    return { joinRef, ref, topic, event, payload };
  }
  const [joinRef, ref, topic, event, payload] = message;
  return { joinRef, ref, topic, event, payload };
}

function readBinary(data: Uint8Array): Received {
  const utf8 = new TextDecoder();
  const [kind, topicLength = 0, eventLength = 0, metaLength = 0, encoding] =
    data;
  if (kind !== 4) throw new Error(`kind ${kind}`);
  let at = 5;
  const take = (length: number) => data.subarray(at, at += length);
  const topic = utf8.decode(take(topicLength));
  const event = utf8.decode(take(eventLength));
  const meta = utf8.decode(take(metaLength));
  const body = data.subarray(at);
  const payload = {
    type: "broadcast",
    event,
    payload: encoding === 1 ? JSON.parse(utf8.decode(body)) : body,
    ...meta && { meta: JSON.parse(meta) },
  };
  return { joinRef: null, ref: null, topic, event: "broadcast", payload };
}
