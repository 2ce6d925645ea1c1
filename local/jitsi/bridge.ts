import {
  candidatesIn,
  jingle,
  type Kind,
  kinds,
  offer,
  sourceContents,
  type Sources,
  sourcesIn,
  type Transport,
  transportIn,
} from "./jingle.ts";
import { Leg } from "./leg.ts";
import type { Session } from "./session.ts";
import { result } from "./stanza.ts";
import { child, type Element, type Markup, markup } from "./xml.ts";

/** A participant at the bridge. */
interface Participant {
  leg: Leg;
  /** Of the Jingle session. */
  sid: string;
  sources: Sources;
  /** They have been told of the others, and are told what changes. */
  offered: boolean;
  /** Where they should send to, once their leg is open. */
  transport: Promise<Transport>;
}

/**
 * What Jicofo and a videobridge do for three people: a Jingle session with each, who sends what told to all, and packets
 * passed on as they are. No simulcast; what is said over the data channel is not heard, and what passes is not encrypted end to end.
 */
export class Bridge {
  #participants = new Map<Session, Participant>();
  #sent = 0;

  constructor(readonly room: string, readonly domain: string) {}

  /** Offers a session to somebody in the room, once. */
  async open(session: Session): Promise<void> {
    if (this.#participants.has(session)) return;
    const others = () =>
      [...this.#participants].filter(([one]) => one !== session)
        .map(([, { leg }]) => leg);
    const leg = new Leg({
      onRtp: (packet) => others().forEach((one) => one.sendRtp(packet)),
      onRtcp: (packet) => others().forEach((one) => one.sendRtcp(packet)),
    });
    const participant = {
      leg,
      sid: crypto.randomUUID(),
      sources: { audio: [], video: [] },
      offered: false,
      transport: leg.open(),
    };
    this.#participants.set(session, participant);
    const transport = await participant.transport;
    if (this.#participants.get(session) !== participant) return;
    participant.offered = true;
    const theirs = (kind: Kind) =>
      [...this.#participants.values()].filter((one) => one !== participant)
        .flatMap(({ sources }) => sources[kind]);
    const sources = { audio: theirs("audio"), video: theirs("video") };
    const content = offer(transport, sources, participant.sid);
    this.#tell(session, participant, "session-initiate", content);
  }

  /** An iq to the focus: what a participant says of their session. */
  async iq(session: Session, stanza: Element): Promise<void> {
    if (stanza.attrs.type !== "set") return;
    session.send(result(stanza));
    const said = child(stanza, "jingle");
    const participant = this.#participants.get(session);
    if (!said || !participant) return;
    switch (said.attrs.action) {
      case "session-accept": {
        const transport = transportIn(said);
        if (transport) await participant.leg.answer(transport);
        return this.#add(session, participant, said);
      }
      case "transport-info":
        return await participant.leg.found(candidatesIn(said));
      case "source-add":
        return this.#add(session, participant, said);
      case "source-remove":
        return this.#remove(session, participant, said);
    }
  }

  /** Somebody is gone, and what they sent. */
  async leave(session: Session): Promise<void> {
    const participant = this.#participants.get(session);
    if (!participant) return;
    this.#participants.delete(session);
    this.#tellOthers(session, "source-remove", participant.sources);
    // What is half open cannot be closed.
    await participant.transport.catch(() => {});
    await participant.leg.close();
  }

  #add(session: Session, { sources }: Participant, said: Element): void {
    const added = sourcesIn(said, `${this.room}/${session.nick}`);
    for (const kind of kinds) sources[kind].push(...added[kind]);
    this.#tellOthers(session, "source-add", added);
  }

  #remove(session: Session, { sources }: Participant, said: Element): void {
    const removed = sourcesIn(said, `${this.room}/${session.nick}`);
    for (const kind of kinds) {
      const gone = removed[kind].map(nameOf);
      sources[kind] = sources[kind].filter((one) =>
        !gone.includes(nameOf(one))
      );
    }
    this.#tellOthers(session, "source-remove", removed);
  }

  #tellOthers(session: Session, action: string, sources: Sources): void {
    const content = sourceContents(sources);
    if (content.length === 0) return;
    for (const [other, participant] of this.#participants) {
      if (other !== session && participant.offered) {
        this.#tell(other, participant, action, content);
      }
    }
  }

  #tell(
    session: Session,
    { sid }: Participant,
    action: string,
    content: Markup[],
  ): void {
    const initiator = `focus@auth.${this.domain}/focus`;
    const id = `bridge-${++this.#sent}`;
    session.send(
      markup`<iq xmlns="jabber:client" type="set" id="${id}" from="${this.room}/focus" to="${session.jid}">${
        jingle(action, { sid, initiator }, content)
      }</iq>`,
    );
  }
}

/** By what a source or a group of them is known: its `ssrc`, or the members of the group. */
function nameOf({ text }: Markup): string {
  const numbers = text.match(/ssrc="\d+"/g) ?? [];
  return text.slice(0, text.indexOf(" ")) + numbers.join();
}
