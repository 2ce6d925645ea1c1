import type { Room } from "./room.ts";
import type { Claims } from "./token.ts";
import { type Element, type Markup, markup } from "./xml.ts";

const SM = "urn:xmpp:sm:3";
const WRAP = 2 ** 32;
const MAX_UNACKED = 1000;

/** What a session writes to: one WebSocket of a client. */
export interface Wire {
  send(frame: Markup): void;
  close(): void;
}

/**
 * One client's XMPP session: its address, its rights and, with stream management
 * (XEP-0198), the stanzas not acknowledged. It outlives its socket by the hold time.
 */
export class Session {
  /** The room that it is in. */
  room: Room | undefined;
  /** Stream management id; undefined until the client enables it. */
  smId: string | undefined;
  #handled = 0;
  #acked = 0;
  #unacked: Markup[] = [];
  #asked = false;
  #wire: Wire | undefined;
  #hold: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly jid: string,
    public claims: Claims,
    wire: Wire,
    private holdSeconds: number,
    private onEnd: (session: Session) => void,
  ) {
    this.#wire = wire;
  }

  /** The first 8 characters of the JID: the only nick that a room accepts. */
  get nick(): string {
    return this.jid.slice(0, 8);
  }

  /** Whether this socket is the session's: false once it ended or was resumed elsewhere. */
  speaksOver(wire: Wire): boolean {
    return this.#wire === wire;
  }

  /** Sends a stanza; with stream management it is kept until acknowledged. */
  send(stanza: Markup): void {
    this.#wire?.send(stanza);
    if (this.smId === undefined) return;
    this.#unacked.push(stanza);
    if (this.#unacked.length > MAX_UNACKED) this.end();
    else this.#ask();
  }

  /** Stream management after bind: enable, r and a. False for what breaks its rules. */
  manage({ name, attrs }: Element): boolean {
    if (name === "enable" && this.smId === undefined) {
      this.smId = crypto.randomUUID();
      this.#wire?.send(
        markup`<enabled xmlns="${SM}" id="${this.smId}" resume="true"
        max="${this.holdSeconds}"/>`,
      );
    } else if (name === "r") {
      this.#wire?.send(markup`<a xmlns="${SM}" h="${this.#handled}"/>`);
    } else if (name === "a" && this.#acknowledge(attrs.h)) {
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
      markup`<resumed xmlns="${SM}" previd="${this.smId}" h="${this.#handled}"/>`,
    );
    for (const stanza of this.#unacked) wire.send(stanza);
    this.#ask();
    return true;
  }

  /** The socket is gone: the session is held if it can be resumed, else ended. */
  lost(wire: Wire): void {
    if (this.#wire !== wire) return;
    this.#wire = undefined;
    if (this.smId === undefined) this.end();
    else this.#hold = setTimeout(() => this.end(), this.holdSeconds * 1000);
  }

  /** Ends the session at once: it leaves its room and cannot be resumed. */
  end(): void {
    clearTimeout(this.#hold);
    this.room?.leave(this);
    this.onEnd(this);
    const wire = this.#wire;
    this.#wire = undefined;
    wire?.close();
  }

  #acknowledge(h: string | undefined): boolean {
    const count = (Number(h) - this.#acked + WRAP) % WRAP;
    const known = /^\d{1,10}$/.test(h ?? "") && count <= this.#unacked.length;
    if (!known) return false;
    this.#unacked.splice(0, count);
    this.#acked = (this.#acked + count) % WRAP;
    this.#asked = false;
    return true;
  }

  #ask() {
    if (this.#asked || this.#unacked.length === 0) return;
    this.#asked = true;
    this.#wire?.send(markup`<r xmlns="${SM}"/>`);
  }
}
