import type { Config } from "./config.ts";
import { Room } from "./room.ts";
import { Session, type Wire } from "./session.ts";
import { failure, parseJid, result } from "./stanza.ts";
import { type Claims, opens, verifyToken } from "./token.ts";
import { child, type Element, elements, type Markup, markup } from "./xml.ts";

const DISCO = "http://jabber.org/protocol/disco#info";
const FOCUS = "http://jitsi.org/protocol/focus";
const EXTDISCO = "urn:xmpp:extdisco:2";
const ANSWERED = ["urn:xmpp:ping", "urn:ietf:params:xml:ns:xmpp-session"];

/** Everything behind the socket: the sessions, the rooms, and who answers what. */
export class Deployment {
  #sessions = new Set<Session>();
  #rooms = new Map<string, Room>();
  /** Bridges of rooms that are over. */
  #closing = new Set<Promise<unknown>>();

  constructor(readonly config: Config) {}

  /** Binds a new session to a fresh address. */
  bind(claims: Claims, wire: Wire): Session {
    const jid =
      `${crypto.randomUUID()}@${this.config.domain}/${crypto.randomUUID()}`;
    const forget = (session: Session) => this.#sessions.delete(session);
    const session = new Session(
      jid,
      claims,
      wire,
      this.config.resumeSeconds,
      forget,
    );
    this.#sessions.add(session);
    return session;
  }

  /** The session of this stream management id, if the token speaks for the same person. */
  resumable(smId: string | undefined, claims: Claims): Session | undefined {
    return [...this.#sessions].find((one) =>
      one.smId !== undefined && one.smId === smId &&
      one.claims.userId === claims.userId && one.claims.room === claims.room
    );
  }

  /** Routes one stanza of a session by its `to`. */
  async route(session: Session, received: Element): Promise<void> {
    const { domain } = this.config;
    const to = parseJid(received.attrs.to ?? domain);
    const stanza = {
      ...received,
      attrs: { ...received.attrs, from: session.jid },
    };
    if (to.bare.endsWith(`@muc.${domain}`)) {
      return this.#toRoom(session, stanza, to.bare, to.resource);
    }
    if (stanza.name !== "iq" || !asks(stanza)) return;
    if (to.bare === `focus.${domain}`) {
      session.send(await this.#toFocus(stanza));
    } else if (to.bare === domain) session.send(toServer(stanza));
    else session.send(failure(stanza, ["cancel", "service-unavailable"]));
  }

  /** The conference request: may this token's owner confer there? Throws TokenError. */
  async conference(room: string, token: string | null) {
    if (!opens(await verifyToken(token, this.config), room.toLowerCase())) {
      return undefined;
    }
    return { room, ready: true, focusJid: this.#focus, properties: {} };
  }

  /** Ends every session; resolves when nothing runs any more. */
  async close(): Promise<void> {
    for (const session of [...this.#sessions]) session.end();
    await Promise.all(this.#closing);
  }

  get #focus(): string {
    return `focus@auth.${this.config.domain}`;
  }

  #toRoom(session: Session, stanza: Element, jid: string, nick: string) {
    const known = this.#rooms.get(jid);
    const room = known ??
      new Room(jid, this.config, (closed) => {
        this.#rooms.delete(jid);
        this.#closing.add(closed);
        void closed.finally(() => this.#closing.delete(closed));
      });
    if (stanza.name === "iq") return room.iq(session, stanza, nick);
    if (stanza.name === "message") return room.message(session, stanza, nick);
    room.presence(session, stanza, nick);
    if (session.room === room) this.#rooms.set(jid, room);
  }

  /**
   * Jicofo, asked before joining. It looks at a token only if the request carries one (the
   * current library's does); in any case the room looks at the session's when it is joined.
   */
  async #toFocus(stanza: Element): Promise<Markup> {
    const { room, token } = child(stanza, "conference", FOCUS)?.attrs ?? {};
    if (!room) return failure(stanza, ["cancel", "feature-not-implemented"]);
    const allowed = token === undefined ||
      await this.conference(room, token).catch(() => undefined);
    if (!allowed) return failure(stanza, ["auth", "not-authorized"]);
    return result(
      stanza,
      markup`<conference xmlns="${FOCUS}" room="${room}" ready="true" focusjid="${this.#focus}">
        <property name="authentication" value="false"/></conference>`,
    );
  }
}

function asks({ attrs }: Element): boolean {
  return attrs.type === "get" || attrs.type === "set";
}

/** The XMPP domain itself: pings, and what it offers (no TURN on one machine). */
function toServer(stanza: Element): Markup {
  const ns = elements(stanza)[0]?.ns ?? "";
  if (ANSWERED.includes(ns)) return result(stanza);
  if (ns === EXTDISCO) {
    return result(
      stanza,
      markup`<services xmlns="${EXTDISCO}"/>`,
    );
  }
  if (ns !== DISCO) return failure(stanza, ["cancel", "service-unavailable"]);
  const identity = markup`<identity category="server" type="im"/>`;
  const features = [DISCO, "urn:xmpp:ping", EXTDISCO].map((name) =>
    markup`<feature var="${name}"/>`
  );
  const query = markup`<query xmlns="${DISCO}">${identity}${features}</query>`;
  return result(stanza, query);
}
