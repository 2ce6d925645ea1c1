import type { Config } from "./config.ts";
import type { Session } from "./session.ts";
import { opens } from "./token.ts";
import { child, el, type Element, elements } from "./xml.ts";
import { failure, result } from "./stanza.ts";

const MUC = "http://jabber.org/protocol/muc";
const USER = `${MUC}#user`;
const HISTORY = 20;

interface Occupant {
  session: Session;
  /** What the client last said of itself, without what only the server may say. */
  presence: Element[];
}

/** A conference room: who is in it, and what Prosody's MUC and Jicofo would tell them. */
export class Room {
  #occupants = new Map<string, Occupant>();
  #history: Element[] = [];
  #created = Date.now();
  #meetingId = crypto.randomUUID();

  constructor(
    readonly jid: string,
    private config: Config,
    private onEmpty: () => void,
  ) {}

  /** A presence to `room/nick`: a join, an update or a leave. */
  presence(session: Session, stanza: Element, nick: string): void {
    if (stanza.attrs.type === "unavailable") return this.leave(session);
    if (stanza.attrs.type !== undefined) return;
    const known = session.place?.room === this;
    const refusal = known ? undefined : this.#refusal(session, nick);
    if (refusal) return session.send(failure(stanza, this.jid, ...refusal));
    const presence = elements(stanza).filter((one) =>
      one.name !== "identity" && one.ns !== MUC && one.ns !== USER
    );
    this.#occupants.set(session.nick, { session, presence });
    if (known) this.#broadcast(session);
    else this.#join(session);
  }

  /** Takes a session out, with these extra status codes (307 for a kick). */
  leave(session: Session, codes: string[] = []): void {
    if (session.place?.room !== this) return;
    session.place = undefined;
    const nick = session.nick;
    for (const { session: other } of this.#occupants.values()) {
      const status = other === session ? ["110", ...codes] : codes;
      const x = el(
        "x",
        { xmlns: USER },
        item("none", "none"),
        ...status.map(statusCode),
      );
      other.send(
        el("presence", {
          from: `${this.jid}/${nick}`,
          to: other.jid,
          type: "unavailable",
        }, x),
      );
    }
    this.#occupants.delete(nick);
    if (this.#occupants.size === 0) this.onEmpty();
  }

  /** A message: to everybody (groupchat) or to one occupant. */
  message(session: Session, stanza: Element, nick: string): void {
    if (session.place?.room !== this) {
      return session.send(
        failure(stanza, this.jid, "modify", "not-acceptable"),
      );
    }
    const from = `${this.jid}/${session.nick}`;
    const to = (one: Session) => ({
      ...stanza,
      attrs: { ...stanza.attrs, from, to: one.jid },
    });
    if (nick !== "") {
      const other = this.#occupants.get(nick)?.session;
      return other
        ? other.send(to(other))
        : session.send(failure(stanza, this.jid, "cancel", "item-not-found"));
    }
    if (stanza.attrs.type !== "groupchat") {
      return session.send(failure(stanza, this.jid, "modify", "bad-request"));
    }
    for (const { session: other } of this.#occupants.values()) {
      other.send(to(other));
    }
    if (child(stanza, "body")) {
      this.#remember({ ...stanza, attrs: { ...stanza.attrs, from } });
    }
  }

  /** An iq to the room itself, or to one of its occupants: that one passes unread. */
  iq(session: Session, stanza: Element, nick: string): void {
    const query = elements(stanza)[0];
    if (nick !== "") return this.#pass(session, stanza, nick);
    if (query?.ns === "http://jabber.org/protocol/disco#info") {
      return session.send(result(stanza, this.#info()));
    }
    if (query?.ns === `${MUC}#owner` && stanza.attrs.type === "get") {
      const form = el(
        "x",
        { xmlns: "jabber:x:data", type: "form" },
        field("FORM_TYPE", `${MUC}#roomconfig`),
      );
      return session.send(
        result(stanza, el("query", { xmlns: `${MUC}#owner` }, form)),
      );
    }
    if (query?.ns === `${MUC}#admin` && stanza.attrs.type === "set") {
      return this.#kick(session, stanza, query);
    }
    session.send(
      failure(stanza, this.jid, "cancel", "feature-not-implemented"),
    );
  }

  #refusal(
    session: Session,
    nick: string,
  ): [string, string, string?] | undefined {
    if (!opens(session.claims, this.jid)) {
      return ["cancel", "not-allowed", "Room and token mismatched"];
    }
    if (nick !== session.nick) {
      return ["cancel", "not-allowed", "Invalid anonymous user ID"];
    }
    if (session.place) return ["cancel", "not-allowed", "One room per session"];
    this.#evict(session.claims.userId);
    if (this.#occupants.size >= this.config.maxParticipants) {
      return ["cancel", "service-unavailable"];
    }
    return undefined;
  }

  /** The same person comes again: the session of a crashed tab makes room. */
  #evict(userId: string) {
    if (userId === "") return;
    for (const { session } of [...this.#occupants.values()]) {
      if (session.claims.userId === userId) session.end();
    }
  }

  #join(session: Session) {
    session.place = { room: this, nick: session.nick };
    this.#tellFocus([session]);
    for (const { session: other } of this.#occupants.values()) {
      if (other !== session) session.send(this.#presenceOf(other, session));
    }
    this.#broadcast(session, ["100"]);
    for (const message of this.#history) {
      session.send({
        ...message,
        attrs: { ...message.attrs, to: session.jid },
      });
    }
    session.send(
      el(
        "message",
        { from: this.jid, to: session.jid, type: "groupchat" },
        el("subject"),
      ),
    );
    if (this.#occupants.size === 3) {
      this.#tellFocus([...this.#occupants.values()].map((one) => one.session));
    }
  }

  /** Jicofo's presence. With three people peer to peer ends and there is no bridge: it says so. */
  #tellFocus(to: Session[]) {
    const missing = this.#occupants.size > 2
      ? [el("bridgeNotAvailable", { xmlns: "http://jitsi.org/jitmeet" })]
      : [];
    const x = el(
      "x",
      { xmlns: USER },
      item("owner", "moderator", `focus@auth.${this.config.domain}/focus`),
    );
    const properties = el("conference-properties", {
      xmlns: "http://jitsi.org/protocol/focus",
    });
    for (const session of to) {
      session.send(
        el(
          "presence",
          { from: `${this.jid}/focus`, to: session.jid },
          properties,
          ...missing,
          x,
        ),
      );
    }
  }

  #broadcast(session: Session, own: string[] = []) {
    for (const { session: other } of this.#occupants.values()) {
      other.send(
        this.#presenceOf(
          session,
          other,
          other === session ? ["110", ...own] : [],
        ),
      );
    }
  }

  #presenceOf(session: Session, to: Session, codes: string[] = []): Element {
    const { userId, userName, moderator } = session.claims;
    const user = el("user", {}, el("id", {}, userId), el("name", {}, userName));
    const rights = moderator
      ? item("owner", "moderator", session.jid)
      : item("none", "participant", session.jid);
    const x = el(
      "x",
      { xmlns: USER },
      rights,
      ...codes.map(statusCode),
    );
    const said = this.#occupants.get(session.nick)?.presence ?? [];
    const from = `${this.jid}/${session.nick}`;
    return el(
      "presence",
      { from, to: to.jid },
      ...said,
      el("identity", {}, user),
      x,
    );
  }

  #remember(message: Element) {
    const stamp = el("delay", {
      xmlns: "urn:xmpp:delay",
      from: this.jid,
      stamp: new Date().toISOString(),
    });
    this.#history.push({ ...message, children: [...message.children, stamp] });
    if (this.#history.length > HISTORY) this.#history.shift();
  }

  #pass(session: Session, stanza: Element, nick: string) {
    const other = this.#occupants.get(nick)?.session;
    if (session.place?.room !== this) {
      return session.send(
        failure(stanza, this.jid, "modify", "not-acceptable"),
      );
    }
    if (!other) {
      return session.send(
        failure(stanza, `${this.jid}/${nick}`, "cancel", "item-not-found"),
      );
    }
    other.send({
      ...stanza,
      attrs: {
        ...stanza.attrs,
        from: `${this.jid}/${session.nick}`,
        to: other.jid,
      },
    });
  }

  #kick(session: Session, stanza: Element, query: Element) {
    const wanted = child(query, "item")?.attrs ?? {};
    const target = this.#occupants.get(wanted.nick ?? "")?.session;
    if (session.place?.room !== this || !session.claims.moderator) {
      return session.send(failure(stanza, this.jid, "auth", "forbidden"));
    }
    if (wanted.role !== "none") {
      return session.send(
        failure(stanza, this.jid, "cancel", "feature-not-implemented"),
      );
    }
    if (!target) {
      return session.send(
        failure(stanza, this.jid, "cancel", "item-not-found"),
      );
    }
    this.leave(target, ["307"]);
    session.send(result(stanza));
  }

  #info(): Element {
    const form = el(
      "x",
      { xmlns: "jabber:x:data", type: "result" },
      field("FORM_TYPE", `${MUC}#roominfo`),
      field("muc#roominfo_meetingId", this.#meetingId),
      field("muc#roominfo_created_timestamp", String(this.#created)),
    );
    const identity = el("identity", { category: "conference", type: "text" });
    return el(
      "query",
      { xmlns: "http://jabber.org/protocol/disco#info" },
      identity,
      el("feature", { var: MUC }),
      form,
    );
  }
}

function item(affiliation: string, role: string, jid?: string): Element {
  return el("item", { affiliation, role, jid });
}

function statusCode(code: string): Element {
  return el("status", { code });
}

function field(name: string, value: string): Element {
  return el("field", { var: name }, el("value", {}, value));
}
