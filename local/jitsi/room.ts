import { Bridge } from "./bridge.ts";
import type { Config } from "./config.ts";
import type { Session } from "./session.ts";
import { type Failure, failure, result } from "./stanza.ts";
import { opens } from "./token.ts";
import {
  child,
  type Element,
  elements,
  type Markup,
  markup,
  serialize,
} from "./xml.ts";

const MUC = "http://jabber.org/protocol/muc";
const USER = `${MUC}#user`;
const ADMIN = `${MUC}#admin`;
const OWNER = `${MUC}#owner`;
const DISCO = "http://jabber.org/protocol/disco#info";
const HISTORY = 20;

/** A conference room: who is in it, and what Prosody's MUC and Jicofo tell them. */
export class Room {
  /** By nick: the session, and what it last said of itself. */
  #occupants = new Map<string, { session: Session; said: Markup[] }>();
  #history: Element[] = [];
  #created = Date.now();
  #meetingId = crypto.randomUUID();
  /** From the third participant on. */
  #bridge: Bridge | undefined;
  #closing: Promise<void>[] = [];

  constructor(
    readonly jid: string,
    private config: Config,
    /** Nobody is left; resolves when nothing of it runs any more. */
    private onEmpty: (closed: Promise<unknown>) => void,
  ) {}

  /** A presence to `room/nick`: a join, an update or a leave. */
  presence(session: Session, stanza: Element, nick: string): void {
    if (stanza.attrs.type === "unavailable") return this.leave(session);
    if (stanza.attrs.type !== undefined) return;
    const joins = session.room !== this;
    const refusal = joins ? this.#admit(session, nick) : undefined;
    if (refusal) return session.send(failure(stanza, refusal));
    this.#occupants.set(session.nick, { session, said: saidIn(stanza) });
    if (joins) this.#welcome(session);
    else this.#broadcast(session);
  }

  /** Takes a session out; a kick says so. */
  leave(session: Session, kicked = false): void {
    if (session.room !== this) return;
    session.room = undefined;
    if (this.#bridge) this.#closing.push(this.#bridge.leave(session));
    for (const other of this.#sessions()) {
      const codes = status(other === session && 110, kicked && 307);
      other.send(markup`<presence xmlns="jabber:client" type="unavailable"
        from="${this.jid}/${session.nick}" to="${other.jid}">
        <x xmlns="${USER}"><item affiliation="none" role="none"/>${codes}</x>
        </presence>`);
    }
    this.#occupants.delete(session.nick);
    if (this.#occupants.size === 0) {
      this.onEmpty(Promise.allSettled(this.#closing));
    }
  }

  /** A message: to everybody (groupchat) or to one occupant. */
  message(session: Session, stanza: Element, nick: string): void {
    const to = nick === "" ? this.#sessions() : this.#find(nick);
    const wrong: Failure = ["modify", "bad-request"]; // only chat goes to all
    const refusal = nick === "" && stanza.attrs.type !== "groupchat"
      ? wrong
      : this.#outsider(session, to);
    if (refusal) return bounce(session, stanza, refusal);
    const from = `${this.jid}/${session.nick}`;
    for (const other of to) {
      other.send(serialize(stanza, { from, to: other.jid }));
    }
    if (nick === "" && child(stanza, "body")) this.#remember(stanza, from);
  }

  /** An iq to the room itself, or to one of its occupants: that one passes unread. */
  iq(session: Session, stanza: Element, nick: string): void {
    if (nick === "focus" && this.#bridge && session.room === this) {
      void this.#bridge.iq(session, stanza).catch(report);
      return;
    }
    if (nick !== "") return this.message(session, stanza, nick);
    const { type } = stanza.attrs;
    const asked = elements(stanza)[0];
    const get = type === "get";
    if (!get && type !== "set") return;
    if (get && asked?.ns === DISCO) session.send(result(stanza, this.#info()));
    else if (get && asked?.ns === OWNER) {
      session.send(result(stanza, settings()));
    } else if (!get && asked?.ns === ADMIN) {
      session.send(this.#kick(session, stanza, asked));
    } else session.send(failure(stanza, ["cancel", "feature-not-implemented"]));
  }

  #sessions(): Session[] {
    return [...this.#occupants.values()].map(({ session }) => session);
  }

  #find(nick: string): Session[] {
    return this.#sessions().filter((one) => one.nick === nick);
  }

  #outsider(session: Session, to: Session[]): Failure | undefined {
    if (session.room !== this) return ["modify", "not-acceptable"];
    return to.length === 0 ? ["cancel", "item-not-found"] : undefined;
  }

  #admit(session: Session, nick: string): Failure | undefined {
    const no = (text: string): Failure => ["cancel", "not-allowed", text];
    if (!opens(session.claims, this.jid)) {
      return no("Room and token mismatched");
    }
    if (nick !== session.nick) return no("Invalid anonymous user ID");
    if (session.room) return no("One room per session");
    // The same person again: the session that a crashed tab left makes room.
    const { userId } = session.claims;
    for (const old of this.#sessions()) {
      if (userId !== "" && old.claims.userId === userId) old.end();
    }
    const full = this.#occupants.size >= this.config.maxParticipants;
    return full ? ["cancel", "service-unavailable"] : undefined;
  }

  #welcome(session: Session) {
    session.room = this;
    this.#sendFocus(session);
    for (const other of this.#sessions()) {
      if (other !== session) session.send(this.#presenceOf(other, session));
    }
    this.#broadcast(session, 100);
    const to = session.jid;
    for (const message of this.#history) {
      session.send(serialize(message, { to }));
    }
    session.send(markup`<message xmlns="jabber:client" type="groupchat"
      from="${this.jid}" to="${to}"><subject/></message>`);
    if (this.#occupants.size > 2) {
      this.#bridge ??= new Bridge(this.jid, this.config.domain);
    }
    // As Jicofo: whoever comes later is offered a session, too. Between two the library prefers peer to peer.
    for (const one of this.#bridge ? this.#sessions() : []) {
      void this.#bridge?.open(one).catch(report);
    }
  }

  /** Jicofo's presence. */
  #sendFocus(to: Session) {
    to.send(
      markup`<presence xmlns="jabber:client" from="${this.jid}/focus" to="${to.jid}">
      <conference-properties xmlns="http://jitsi.org/protocol/focus"/>
      <x xmlns="${USER}"><item affiliation="owner" role="moderator"
        jid="focus@auth.${this.config.domain}/focus"/></x>
      </presence>`,
    );
  }

  #broadcast(session: Session, code?: number) {
    for (const other of this.#sessions()) {
      const codes = other === session ? status(110, code) : [];
      other.send(this.#presenceOf(session, other, codes));
    }
  }

  #presenceOf(session: Session, to: Session, codes: Markup[] = []): Markup {
    const { userId, userName, moderator } = session.claims;
    const [affiliation, role] = moderator
      ? ["owner", "moderator"]
      : ["none", "participant"];
    const said = this.#occupants.get(session.nick)?.said;
    return markup`<presence xmlns="jabber:client"
      from="${this.jid}/${session.nick}" to="${to.jid}">${said}
      <identity><user><id>${userId}</id><name>${userName}</name></user></identity>
      <x xmlns="${USER}"><item affiliation="${affiliation}" role="${role}"
        jid="${session.jid}"/>${codes}</x>
      </presence>`;
  }

  /** Whoever comes later is shown the chat so far. */
  #remember(message: Element, from: string) {
    const attrs = {
      xmlns: "urn:xmpp:delay",
      from: this.jid,
      stamp: new Date().toISOString(),
    };
    const delay = { name: "delay", ns: attrs.xmlns, attrs, children: [] };
    const children = [...message.children, delay];
    this.#history.push({
      ...message,
      attrs: { ...message.attrs, from },
      children,
    });
    this.#history.splice(0, this.#history.length - HISTORY);
  }

  #kick(session: Session, stanza: Element, query: Element): Markup {
    const { nick = "", role } = child(query, "item")?.attrs ?? {};
    const target = this.#find(nick);
    const moderator = session.room === this && session.claims.moderator;
    if (!moderator) return failure(stanza, ["auth", "forbidden"]);
    if (role !== "none") {
      return failure(stanza, ["cancel", "feature-not-implemented"]);
    }
    const refusal = this.#outsider(session, target);
    if (refusal) return failure(stanza, refusal);
    for (const one of target) this.leave(one, true);
    return result(stanza);
  }

  #info(): Markup {
    const field = (name: string, value: string | number) =>
      markup`<field var="${name}"><value>${value}</value></field>`;
    const fields = [
      field("FORM_TYPE", `${MUC}#roominfo`),
      field("muc#roominfo_meetingId", this.#meetingId),
      field("muc#roominfo_created_timestamp", this.#created),
    ];
    return markup`<query xmlns="${DISCO}">
      <identity category="conference" type="text"/><feature var="${MUC}"/>
      <x xmlns="jabber:x:data" type="result">${fields}</x></query>`;
  }
}

/** What went wrong at the bridge: those who are concerned see it themselves. */
function report(error: unknown) {
  console.error(`jitsi: bridge: ${error}`);
}

/** An answer that cannot be delivered is dropped: only what asks gets an error. */
function bounce(session: Session, stanza: Element, why: Failure) {
  if (/^(result|error)$/.test(stanza.attrs.type ?? "")) return;
  session.send(failure(stanza, why));
}

/** The room's form: nothing in it can be set. */
function settings(): Markup {
  return markup`<query xmlns="${OWNER}"><x xmlns="jabber:x:data" type="form">
    <field var="FORM_TYPE"><value>${MUC}#roomconfig</value></field></x></query>`;
}

function status(...codes: (number | false | undefined)[]): Markup[] {
  const known = codes.filter((code) => typeof code === "number");
  return known.map((code) => markup`<status code="${code}"/>`);
}

/**
 * What a presence says, without what is the server's to say from the token: who someone is
 * and may do. Prefixes declared on the presence go along.
 */
function saidIn(presence: Element): Markup[] {
  const prefixes = Object.entries(presence.attrs)
    .filter(([name]) => name.startsWith("xmlns:"));
  const own = elements(presence).filter(({ name, ns }) =>
    name !== "identity" && ns !== MUC && ns !== USER
  );
  return own.map((one) =>
    serialize({
      ...one,
      attrs: { ...Object.fromEntries(prefixes), ...one.attrs },
    })
  );
}
