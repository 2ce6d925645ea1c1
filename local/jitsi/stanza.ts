import { el, type Element } from "./xml.ts";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** The parts of a JID, the bare one in lower case; missing ones are empty. */
export function parseJid(
  jid: string,
): { bare: string; domain: string; resource: string } {
  const slash = jid.indexOf("/");
  const bare = (slash < 0 ? jid : jid.slice(0, slash)).toLowerCase();
  return {
    bare,
    domain: bare.slice(bare.indexOf("@") + 1),
    resource: slash < 0 ? "" : jid.slice(slash + 1),
  };
}

/** The result of an iq. */
export function result({ attrs }: Element, ...children: Element[]): Element {
  return el("iq", {
    type: "result",
    id: attrs.id,
    from: attrs.to,
    to: attrs.from,
  }, ...children);
}

/** The error answer to a stanza (RFC 6120 8.3). */
export function failure(
  stanza: Element,
  from: string,
  type: string,
  condition: string,
  text?: string,
): Element {
  const reason = text ? [el("text", { xmlns: STANZAS }, text)] : [];
  const error = el(
    "error",
    { type },
    el(condition, { xmlns: STANZAS }),
    ...reason,
  );
  return el(stanza.name, {
    type: "error",
    id: stanza.attrs.id,
    from,
    to: stanza.attrs.from,
  }, error);
}
