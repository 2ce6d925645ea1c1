import {
  child,
  type Element,
  elements,
  Markup,
  markup,
  serialize,
} from "./xml.ts";

const JINGLE = "urn:xmpp:jingle:1";
const RTP = "urn:xmpp:jingle:apps:rtp:1";
const FEEDBACK = "urn:xmpp:jingle:apps:rtp:rtcp-fb:0";
const SOURCES = "urn:xmpp:jingle:apps:rtp:ssma:0";
const ICE = "urn:xmpp:jingle:transports:ice-udp:1";
const DTLS = "urn:xmpp:jingle:apps:dtls:0";
const SCTP = "urn:xmpp:jingle:transports:dtls-sctp:1";
const GROUPING = "urn:xmpp:jingle:apps:grouping:0";
const MEET = "http://jitsi.org/jitmeet";
const FOCUS = "http://jitsi.org/protocol/focus";

/** Where data channels are, inside the transport: the number that all use (RFC 8841). */
export const SCTP_PORT = 5000;

export const kinds = ["audio", "video"] as const;
export type Kind = (typeof kinds)[number];

/** Where media is sent to, as SDP names it: of a peer connection, or of a participant's answer. */
export interface Transport {
  ufrag: string;
  pwd: string;
  /** SHA-256, in hexadecimal with colons. */
  fingerprint: string;
  setup: string;
  /** Values of `a=candidate`: `1 1 udp 2130706431 127.0.0.1 40000 typ host`. */
  candidates: string[];
}

/** The payload types that everybody uses, so that packets pass as they are. Two a kind at least, or the library fails. */
const payloads: Record<Kind, Markup> = {
  audio:
    markup`<payload-type id="111" name="opus" clockrate="48000" channels="2">
    <parameter name="minptime" value="10"/><parameter name="useinbandfec" value="1"/></payload-type>
    <payload-type id="126" name="telephone-event" clockrate="8000"/>`,
  video: markup`<payload-type id="100" name="VP8" clockrate="90000">
    <rtcp-fb xmlns="${FEEDBACK}" type="ccm" subtype="fir"/><rtcp-fb xmlns="${FEEDBACK}" type="nack"/>
    <rtcp-fb xmlns="${FEEDBACK}" type="nack" subtype="pli"/><rtcp-fb xmlns="${FEEDBACK}" type="goog-remb"/>
    </payload-type><payload-type id="101" name="rtx" clockrate="90000"><parameter name="apt" value="100"/></payload-type>`,
};

/** What participants send, as their stanzas name it: `<source>` and `<ssrc-group>`, by kind. */
export type Sources = Record<Kind, Markup[]>;

/** A `<jingle>` of the focus. */
export function jingle(
  action: string,
  { sid, initiator }: { sid: string; initiator: string },
  content: Markup[],
): Markup {
  return markup`<jingle xmlns="${JINGLE}" action="${action}" initiator="${initiator}" sid="${sid}">${content}</jingle>`;
}

/** What a `session-initiate` offers: both kinds and data channels over one transport, and what the others send. */
export function offer(
  transport: Transport,
  others: Sources,
  sid: string,
): Markup[] {
  const contents = kinds.map((kind) =>
    markup`<content creator="initiator" name="${kind}" senders="both">
      <description xmlns="${RTP}" media="${kind}" maxptime="60">${
      payloads[kind]
    }<rtcp-mux/>${others[kind]}</description>
      ${written(transport)}</content>`
  );
  const bundle = [...kinds, "data"].map((name) =>
    markup`<content name="${name}"/>`
  );
  const sctp = markup`<sctpmap xmlns="${SCTP}" number="${
    String(SCTP_PORT)
  }" protocol="webrtc-datachannel" streams="1024"/>`;
  return [
    markup`<group xmlns="${GROUPING}" semantics="BUNDLE">${bundle}</group>`,
    ...contents,
    markup`<content creator="initiator" name="data" senders="both"><description xmlns="${RTP}" media="application"/>
      ${written(transport, [sctp])}</content>`,
    markup`<bridge-session xmlns="${FOCUS}" id="${sid}" region=""/>`,
  ];
}

/** What a `source-add` or `source-remove` tells; nothing for kinds without sources. */
export function sourceContents(sources: Sources): Markup[] {
  return kinds.filter((kind) => sources[kind].length > 0).map((kind) =>
    markup`<content creator="initiator" name="${kind}" senders="both">
      <description xmlns="${RTP}" media="${kind}">${
      sources[kind]
    }</description></content>`
  );
}

/** The sources that a participant names, marked as theirs. */
export function sourcesIn(from: Element, owner: string): Sources {
  const sources: Sources = { audio: [], video: [] };
  for (const content of elements(from)) {
    const description = child(content, "description");
    const media = description?.attrs.media ?? content.attrs.name;
    const kind = kinds.find((one) => one === media);
    if (content.name !== "content" || !description || !kind) continue;
    for (const one of elements(description)) {
      if (one.name === "source" || one.name === "ssrc-group") {
        sources[kind].push(owned(one, owner));
      }
    }
  }
  return sources;
}

/** Where a participant receives, from their answer; null when it says nothing of it. */
export function transportIn(from: Element): Transport | null {
  const transport = descendants(from, "transport")[0];
  const fingerprint = descendants(from, "fingerprint")[0];
  const { ufrag, pwd } = transport?.attrs ?? {};
  const print = fingerprint?.children[0];
  if (!ufrag || !pwd || typeof print !== "string") return null;
  return {
    ufrag,
    pwd,
    fingerprint: print.trim(),
    setup: fingerprint?.attrs.setup ?? "active",
    candidates: candidatesIn(from),
  };
}

/** The candidates of an answer or a `transport-info`. */
export function candidatesIn(from: Element): string[] {
  return descendants(from, "candidate").map(({ attrs }) =>
    `${attrs.foundation} ${attrs.component} ${attrs.protocol} ${attrs.priority} ${attrs.ip} ${attrs.port} typ ${attrs.type}`
  );
}

function owned(source: Element, owner: string): Markup {
  const info = {
    name: "ssrc-info",
    ns: MEET,
    attrs: { xmlns: MEET, owner },
    children: [],
  };
  const kept = elements(source).filter(({ name }) => name !== "ssrc-info");
  const children = source.name === "source" ? [info, ...kept] : kept;
  return serialize({ ...source, children }, { xmlns: SOURCES });
}

function written(transport: Transport, more: Markup[] = []): Markup {
  const candidates = transport.candidates.map((line, at) => {
    const [
      foundation,
      component,
      protocol = "udp",
      priority,
      ip,
      port,
      ,
      type,
    ] = line.split(" ");
    return markup`<candidate foundation="${foundation}" component="${component}" protocol="${protocol.toLowerCase()}"
      priority="${priority}" ip="${ip}" port="${port}" type="${type}" generation="0" id="c${at}" network="0"/>`;
  });
  return markup`<transport xmlns="${ICE}" ufrag="${transport.ufrag}" pwd="${transport.pwd}"><rtcp-mux/>
    <fingerprint xmlns="${DTLS}" hash="sha-256" setup="${transport.setup}">${transport.fingerprint}</fingerprint>
    ${candidates}${more}</transport>`;
}

function descendants(of: Element, name: string): Element[] {
  return elements(of).flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...descendants(one, name),
  ]);
}
