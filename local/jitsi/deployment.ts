import type { Config } from "./config.ts";
import { Room } from "./room.ts";
import { Session, type Wire } from "./session.ts";
import { failure, parseJid, result } from "./stanza.ts";
import { type Claims, opens, TokenError, verifyToken } from "./token.ts";
import { child, el, type Element, elements } from "./xml.ts";

const DISCO = "http://jabber.org/protocol/disco#info";
const FOCUS = "http://jitsi.org/protocol/focus";
const EXTDISCO = "urn:xmpp:extdisco:2";

/** Everything behind the socket: the sessions, the rooms, and who answers which address. */
export class Deployment {
  #sessions = new Set<Session>();
  #rooms = new Map<string, Room>();

  constructor(readonly config: Config) {}

  /** Binds a new session to a fresh address. */
  bind(claims: Claims, resource: string, wire: Wire): Session {
    const jid = `${crypto.randomUUID()}@${this.config.domain}/${resource}`;
    const session = new Session(
      jid,
      claims,
      wire,
      (one) => this.#sessions.delete(one),
    );
    this.#sessions.add(session);
    return session;
  }

  /** Finds a held session that this token's owner may resume. */
  resumable(smId: string | undefined, claims: Claims): Session | undefined {
    return [...this.#sessions].find((one) =>
      one.smId !== undefined && one.smId === smId &&
      one.claims.userId === claims.userId && one.claims.room === claims.room
    );
  }

  /** Routes one stanza of a session by its `to`. */
  async route(session: Session, received: Element): Promise<void> {
    const { bare, domain, resource } = parseJid(
      received.attrs.to ?? this.config.domain,
    );
    const attrs: Element["attrs"] = { ...received.attrs, from: session.jid };
    const stanza = { ...received, attrs };
    if (domain === `muc.${this.config.domain}` && bare !== domain) {
      return this.#toRoom(session, stanza, bare, resource);
    }
    if (stanza.name !== "iq" || !/^(get|set)$/.test(stanza.attrs.type ?? "")) {
      return;
    }
    if (bare === `focus.${this.config.domain}`) {
      session.send(await this.#toFocus(stanza));
    } else if (bare === this.config.domain) {
      session.send(this.#toServer(stanza));
    } else {session.send(
        failure(stanza, stanza.attrs.to ?? "", "cancel", "service-unavailable"),
      );}
  }

  /** The conference request over HTTP; undefined when the token does not open the room. */
  async conference(
    room: string,
    token: string | null,
  ): Promise<Record<string, unknown> | undefined> {
    const claims = await verifyToken(token, this.config);
    if (!opens(claims, room.toLowerCase())) return undefined;
    return {
      room,
      ready: true,
      focusJid: `focus@auth.${this.config.domain}`,
      properties: { authentication: "false" },
    };
  }

  /** Ends every session. */
  close(): void {
    for (const session of [...this.#sessions]) session.end();
  }

  #toRoom(session: Session, stanza: Element, jid: string, nick: string) {
    const room = this.#rooms.get(jid) ??
      new Room(jid, this.config, () => this.#rooms.delete(jid));
    if (stanza.name === "iq") return room.iq(session, stanza, nick);
    if (stanza.name === "message") return room.message(session, stanza, nick);
    room.presence(session, stanza, nick);
    if (session.place?.room === room) this.#rooms.set(jid, room);
  }

  /**
   * Jicofo, asked before joining. It looks at a token only if the request carries one (the
   * current library's does); in any case the room looks at the session's when it is joined.
   */
  async #toFocus(stanza: Element): Promise<Element> {
    const asked = child(stanza, "conference", FOCUS);
    const room = asked?.attrs.room?.toLowerCase();
    const from = stanza.attrs.to ?? "";
    if (!asked || !room) {
      return failure(stanza, from, "cancel", "feature-not-implemented");
    }
    const { token } = asked.attrs;
    const claims = token &&
      await verifyToken(token, this.config).catch(refused);
    if (token && (!claims || !opens(claims, room))) {
      return failure(stanza, from, "auth", "not-authorized");
    }
    const attrs = {
      xmlns: FOCUS,
      room,
      ready: "true",
      focusjid: `focus@auth.${this.config.domain}`,
    };
    return result(
      stanza,
      el(
        "conference",
        attrs,
        el("property", { name: "authentication", value: "false" }),
      ),
    );
  }

  #toServer(stanza: Element): Element {
    const query = elements(stanza)[0];
    if (
      query?.ns === "urn:xmpp:ping" ||
      query?.ns === "urn:ietf:params:xml:ns:xmpp-session"
    ) return result(stanza);
    if (query?.ns === EXTDISCO) {
      return result(stanza, el("services", { xmlns: EXTDISCO }));
    }
    if (query?.ns !== DISCO) {
      return failure(
        stanza,
        this.config.domain,
        "cancel",
        "service-unavailable",
      );
    }
    const features = [DISCO, "urn:xmpp:ping", EXTDISCO].map((name) =>
      el("feature", { var: name })
    );
    return result(
      stanza,
      el(
        "query",
        { xmlns: DISCO },
        el("identity", { category: "server", type: "im" }),
        ...features,
      ),
    );
  }
}

function refused(error: unknown): undefined {
  if (!(error instanceof TokenError)) throw error;
}
