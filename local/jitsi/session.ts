import type { Room } from "./room.ts";
import type { Claims } from "./token.ts";
import { el, type Element, serialize } from "./xml.ts";

const SM = "urn:xmpp:sm:3";
const WRAP = 2 ** 32;
const MAX_UNACKED = 1000;

/** What a session writes to: one WebSocket of a client. */
export interface Wire {
  send(frame: string): void;
  close(): void;
}

/**
 * One client's XMPP session: its address, its rights and, with stream management, the
 * stanzas that it has not acknowledged. It outlives its socket by the hold time.
 */
export class Session {
  /** Set while the session is in a room. */
  place: { room: Room; nick: string } | undefined;
  /** Stream management id; undefined until the client enables it. */
  smId: string | undefined;
  #handled = 0;
  #acked = 0;
  #unacked: string[] = [];
  #asked = false;
  #wire: Wire | undefined;
  #hold: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly jid: string,
    public claims: Claims,
    wire: Wire,
    private onEnd: (session: Session) => void,
  ) {
    this.#wire = wire;
  }

  /** The first 8 characters of the JID: the only nick that a room accepts. */
  get nick(): string {
    return this.jid.slice(0, 8);
  }

  /** Sends a stanza; it is kept until acknowledged when stream management is on. */
  send(stanza: Element): void {
    const text = serialize({
      ...stanza,
      attrs: { ...stanza.attrs, xmlns: "jabber:client" },
    });
    this.#wire?.send(text);
    if (this.smId === undefined) return;
    this.#unacked.push(text);
    if (this.#unacked.length > MAX_UNACKED) this.end();
    else this.#ask();
  }

  /** Stream management after bind: enable, r and a. False for what it does not know. */
  manage(frame: Element, resumeSeconds: number): boolean {
    if (frame.name === "enable" && this.smId === undefined) {
      this.smId = crypto.randomUUID();
      const attrs = {
        xmlns: SM,
        id: this.smId,
        resume: "true",
        max: String(resumeSeconds),
      };
      this.#wire?.send(serialize(el("enabled", attrs)));
    } else if (frame.name === "r") {
      this.#wire?.send(
        serialize(el("a", { xmlns: SM, h: String(this.#handled) })),
      );
    } else if (frame.name === "a") {
      if (!this.#acknowledge(frame.attrs.h)) return false;
      this.#ask();
    } else return false;
    return true;
  }

  /** Counts a stanza received. */
  received(): void {
    if (this.smId !== undefined) this.#handled = (this.#handled + 1) % WRAP;
  }

  /** Goes on over a new socket: what the client has not seen is sent again. */
  resume(wire: Wire, h: string | undefined): boolean {
    if (!this.#acknowledge(h)) return false;
    clearTimeout(this.#hold);
    const old = this.#wire;
    this.#wire = wire;
    old?.close();
    wire.send(
      serialize(
        el("resumed", {
          xmlns: SM,
          previd: this.smId,
          h: String(this.#handled),
        }),
      ),
    );
    for (const text of this.#unacked) wire.send(text);
    this.#ask();
    return true;
  }

  /** The socket is gone: hold the session if it can be resumed, else end it. */
  lost(wire: Wire, resumeSeconds: number): void {
    if (this.#wire !== wire) return;
    this.#wire = undefined;
    if (this.smId === undefined) return this.end();
    this.#hold = setTimeout(() => this.end(), resumeSeconds * 1000);
  }

  /** Ends the session at once: it leaves its room and cannot be resumed. */
  end(): void {
    clearTimeout(this.#hold);
    this.place?.room.leave(this);
    this.onEnd(this);
    const wire = this.#wire;
    this.#wire = undefined;
    wire?.close();
  }

  #acknowledge(h: string | undefined): boolean {
    const count = (Number(h) - this.#acked + WRAP) % WRAP;
    if (!/^\d{1,10}$/.test(h ?? "") || count > this.#unacked.length) {
      return false;
    }
    this.#unacked.splice(0, count);
    this.#acked = (this.#acked + count) % WRAP;
    this.#asked = false;
    return true;
  }

  #ask() {
    if (this.#asked || this.#unacked.length === 0) return;
    this.#asked = true;
    this.#wire?.send(serialize(el("r", { xmlns: SM })));
  }
}
