import { SignJWT } from "jose";
import { type JitsiOptions, serveJitsi } from "./server.ts";
import { child, type Element, parse } from "./xml.ts";

const SECRET = "a secret of more than 32 characters";
const MUC = "http://jabber.org/protocol/muc";

/** The address of a nick in the rooms' domain. */
export const ROOM = "r1@muc.meet.jitsi";

/** Runs `test` against a deployment of its own. */
export async function withJitsi(
  test: (port: number) => Promise<void>,
  options: Partial<JitsiOptions> = {},
): Promise<void> {
  const jitsi = serveJitsi({
    port: 0,
    hostname: "127.0.0.1",
    cache: new URL("../../.local/cache", import.meta.url).pathname,
    library: Deno.env.get("JITSI_LIBRARY") ?? "2021",
    domain: "meet.jitsi",
    appId: "app",
    appSecret: SECRET,
    origins: [],
    maxParticipants: 3,
    resumeSeconds: 60,
    framesPerSecond: 50,
    ...options,
  });
  try {
    await test(jitsi.port);
  } finally {
    await jitsi.close();
  }
}

/** A participant's token; `change` overrides claims, `undefined` leaves one out. */
export function token(
  user: string,
  change: Record<string, unknown> = {},
  { secret = SECRET, alg = "HS256" } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now - 10, exp: now + 600 };
  const context = { user: { id: user, name: `Name of ${user}` } };
  const claims = { iss: "app", aud: "jitsi", room: "r1", context, ...times };
  return new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg, typ: "JWT" })
    .sign(new TextEncoder().encode(secret));
}

/** A client that speaks XMPP frame by frame. */
export class Client {
  jid = "";
  #socket: WebSocket;
  #frames: Element[] = [];
  #wake = () => {};
  #closed = Promise.withResolvers<void>();

  constructor(port: number, jwt: string | undefined) {
    const query = jwt === undefined ? "" : `&token=${jwt}`;
    this.#socket = new WebSocket(
      `ws://127.0.0.1:${port}/xmpp-websocket?room=r1${query}`,
      "xmpp",
    );
    this.#socket.onmessage = ({ data }) => {
      this.#frames.push(parse(data));
      this.#wake();
    };
    this.#socket.onclose = () => this.#closed.resolve();
  }

  get nick(): string {
    return this.jid.slice(0, 8);
  }

  /** Resolves when the server has closed the socket. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  async send(frame: string): Promise<void> {
    if (this.#socket.readyState === WebSocket.CONNECTING) {
      await new Promise((done) => this.#socket.onopen = done);
    }
    this.#socket.send(frame);
  }

  /** The next frame that fits; those before it are dropped. Throws after 5 s. */
  async next(fits: (frame: Element) => boolean = () => true): Promise<Element> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error("no such frame in 5 s")), 5_000);
    });
    try {
      while (true) {
        const frame = this.#frames.shift();
        if (frame && fits(frame)) return frame;
        if (frame) continue;
        await Promise.race([
          new Promise<void>((done) => this.#wake = done),
          late,
        ]);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next frame of that name. */
  named(name: string): Promise<Element> {
    return this.next((frame) => frame.name === name);
  }

  /** Opens the stream and signs in; the answer is `success` or `failure`. */
  async signIn(): Promise<Element> {
    await this.#open();
    await this.send(
      '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="ANONYMOUS"/>',
    );
    const answer = await this.next();
    if (answer.name === "success") await this.#open();
    return answer;
  }

  /** Signs in, binds and enables stream management; gives its id. */
  async start(): Promise<string> {
    await this.signIn();
    await this.send(
      '<iq xmlns="jabber:client" type="set" id="b"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>',
    );
    const bind = child(await this.named("iq"), "bind");
    this.jid = String(bind && child(bind, "jid")?.children[0]);
    await this.send('<enable xmlns="urn:xmpp:sm:3" resume="true"/>');
    return (await this.named("enabled")).attrs.id ?? "";
  }

  /** Enters the room; gives the presence of oneself, or the error. */
  async join(room = ROOM, nick = this.nick): Promise<Element> {
    await this.presence(`<x xmlns="${MUC}"/>`, room, nick);
    return await this.next((frame) =>
      frame.name === "presence" &&
      (frame.attrs.type === "error" || codes(frame).includes("110"))
    );
  }

  presence(content: string, room = ROOM, nick = this.nick): Promise<void> {
    return this.send(
      `<presence xmlns="jabber:client" to="${room}/${nick}">${content}</presence>`,
    );
  }

  /** Sends an iq and gives the answer. */
  async ask(to: string, type: string, content: string): Promise<Element> {
    const id = crypto.randomUUID();
    await this.send(
      `<iq xmlns="jabber:client" to="${to}" type="${type}" id="${id}">${content}</iq>`,
    );
    return await this.next((frame) =>
      frame.name === "iq" && frame.attrs.id === id
    );
  }

  /** Closes the socket without a word, as a network does. */
  async drop(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }

  async #open() {
    await this.send(
      '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="meet.jitsi" version="1.0"/>',
    );
    await this.named("stream:features");
  }
}

/** The status codes of a room presence. */
export function codes(presence: Element): string[] {
  const x = child(presence, "x", `${MUC}#user`);
  return (x?.children ?? []).flatMap((one) =>
    typeof one !== "string" && one.name === "status"
      ? [one.attrs.code ?? ""]
      : []
  );
}

/** The error's condition, such as "not-allowed". */
export function condition(stanza: Element): string | undefined {
  const first = child(stanza, "error")?.children[0];
  return typeof first === "object" ? first.name : undefined;
}
