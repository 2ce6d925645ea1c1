import { SaxesParser } from "saxes";

/** An XML element with its names as written; `ns` is the namespace they resolve to. */
export interface Element {
  name: string;
  ns: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

const MAX_DEPTH = 64;

/**
 * Parses one frame: exactly one well-formed element. Throws on anything else, on what
 * XMPP forbids (RFC 6120 11.1: comments, instructions, DTDs) and on a depth over 64.
 */
export function parse(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  const forbid = () => {
    throw new Error("restricted XML");
  };
  for (
    const event of [
      "doctype",
      "comment",
      "cdata",
      "processinginstruction",
    ] as const
  ) {
    parser.on(event, forbid);
  }
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    if (open.length >= MAX_DEPTH) throw new Error("too deep");
    const pairs = Object.entries(attributes).map((
      [key, { value }],
    ) => [key, value]);
    const element = {
      name,
      ns: uri,
      attrs: Object.fromEntries(pairs),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("closetag", () => root = open.pop());
  parser.write(text).close();
  if (!root) throw new Error("no element");
  return root;
}

/** Builds an element; its namespace is its `xmlns`. */
export function el(
  name: string,
  attrs: Record<string, string | undefined> = {},
  ...children: (Element | string)[]
): Element {
  const given = Object.entries(attrs).filter((pair): pair is [string, string] =>
    pair[1] !== undefined
  );
  return {
    name,
    ns: attrs.xmlns ?? "",
    attrs: Object.fromEntries(given),
    children,
  };
}

/** The first child of that name, and of that namespace if one is given. */
export function child(
  element: Element,
  name: string,
  ns?: string,
): Element | undefined {
  return elements(element).find((one) =>
    one.name === name && (ns === undefined || one.ns === ns)
  );
}

/** The children that are elements. */
export function elements(element: Element): Element[] {
  return element.children.filter((one) => typeof one !== "string");
}

/** Writes an element as XML, everything escaped. */
export function serialize({ name, attrs, children }: Element): string {
  const head = Object.entries(attrs).map(([key, value]) =>
    ` ${key}="${escape(value)}"`
  ).join("");
  const body = children.map((one) =>
    typeof one === "string" ? escape(one) : serialize(one)
  ).join("");
  return body === ""
    ? `<${name}${head}/>`
    : `<${name}${head}>${body}</${name}>`;
}

function escape(text: string): string {
  return text.replace(
    /[&<>"'\t\n\r]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
