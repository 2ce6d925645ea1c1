/** A piece of a text: plain, or an address that may be opened. */
export interface TextPiece {
  text: string;
  /** Set for an address; http or https and nothing else. */
  href?: string;
}

/** What ends a sentence or a bracket around an address, and is not part of it. */
const AFTER = /[.,;:!?…'"»”’)\]}>]+$/u;

/**
 * A text cut at its web addresses. Only what shows its `https://` or `http://` becomes a link, and leads exactly where
 * it says: no other scheme, no name and password before the host, no characters that change the direction of reading.
 */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"]+/giu)) {
    const address = match[0].replace(AFTER, "");
    const url = URL.parse(address);
    const isPlain = url !== null && url.username === "" &&
      url.password === "" && !/[\u202a-\u202e\u2066-\u2069]/u.test(address);
    if (!isPlain) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href: url.href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
