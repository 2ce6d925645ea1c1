import { SaxesParser } from "saxes";

/** An XML element with its names as written; `ns` is the namespace they resolve to. */
export interface Element {
  name: string;
  ns: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

/** XML that is written already: `markup` puts it in as it is, and escapes everything else. */
export class Markup {
  constructor(readonly text: string) {}
}

const MAX_DEPTH = 64;
const FORBIDDEN = ["doctype", "comment", "cdata", "processinginstruction"];

/**
 * Parses one frame: exactly one well-formed element. Throws on anything else, on what
 * XMPP forbids (RFC 6120 11.1: comments, instructions, DTDs) and on a depth over 64.
 */
export function parse(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  const fail = (error: unknown) => {
    throw error instanceof Error ? error : new Error("restricted XML");
  };
  // saxes has no list of its event names to type this one with
  for (const event of FORBIDDEN) parser.on(event as "comment", fail);
  parser.on("error", fail);
  parser.on("opentag", ({ name, uri, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(new Error("too deep"));
    const pairs = Object.entries(attributes).map((
      [k, { value }],
    ) => [k, value]);
    const attrs = Object.fromEntries(pairs);
    const element = { name, ns: uri, attrs, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("closetag", () => root = open.pop());
  parser.write(text).close();
  return root ?? fail(new Error("no element"));
}

/** The children that are elements. */
export function elements(element: Element): Element[] {
  return element.children.filter((one) => typeof one !== "string");
}

/** The first child of that name, and of that namespace if one is given. */
export function child(parent: Element, name: string, ns?: string) {
  return elements(parent).find((one) =>
    one.name === name && (ns === undefined || one.ns === ns)
  );
}

/** Writes XML from a template, without its line breaks; an absent value is empty. */
export function markup(
  parts: TemplateStringsArray,
  ...values: (string | number | undefined | Markup | Markup[])[]
): Markup {
  const flat = parts.map((part) => part.replace(/\s*\n\s*/g, oneSpaceAtMost));
  return new Markup(String.raw({ raw: flat }, ...values.map(write)));
}

/** A line break between tags goes, one between attributes is a space. */
function oneSpaceAtMost(gap: string, at: number, part: string): string {
  const beside = part.charAt(at - 1) + part.charAt(at + gap.length);
  return beside === "" || /^>|<$/.test(beside) ? "" : " ";
}

/** Writes an element as it came, with other attributes where they are given. */
export function serialize(
  element: Element,
  attrs: Element["attrs"] = {},
): Markup {
  const all = Object.entries({ ...element.attrs, ...attrs });
  const head = all.map(([key, value]) => ` ${key}="${escape(value)}"`).join("");
  const body = element.children.map((one) =>
    typeof one === "string" ? escape(one) : serialize(one).text
  ).join("");
  return new Markup(`<${element.name}${head}>${body}</${element.name}>`);
}

function write(value: string | number | undefined | Markup | Markup[]): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join("");
  return escape(String(value ?? ""));
}

function escape(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
}
