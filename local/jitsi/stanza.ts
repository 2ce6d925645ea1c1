import { type Element, Markup, markup } from "./xml.ts";

/** The parts of a JID, all but the resource in lower case; missing ones are empty. */
export function parseJid(jid: string) {
  const [, start = "", , resource = ""] = /^([^/]*)(\/(.*))?$/s.exec(jid) ?? [];
  const bare = start.toLowerCase();
  return { bare, domain: bare.slice(bare.indexOf("@") + 1), resource };
}

/** The result of an iq. */
export function result({ attrs }: Element, content = new Markup("")): Markup {
  return markup`<iq xmlns="jabber:client" type="result" id="${attrs.id}" from="${attrs.to}"
    to="${attrs.from}">${content}</iq>`;
}

/** An error: its type, its condition and a text (RFC 6120 8.3). */
export type Failure = [type: string, condition: string, text?: string];

/** The error answer to a stanza, from whom it was sent to. */
export function failure(
  { name, attrs }: Element,
  [type, condition, text]: Failure,
) {
  const ns = "urn:ietf:params:xml:ns:xmpp-stanzas";
  const why = text ? markup`<text xmlns="${ns}">${text}</text>` : undefined;
  return markup`<${name} xmlns="jabber:client" type="error" id="${attrs.id}" from="${attrs.to}"
    to="${attrs.from}"><error type="${type}"><${condition} xmlns="${ns}"/>${why}</error>
    </${name}>`;
}
