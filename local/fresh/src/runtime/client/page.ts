import { type ComponentChild, type ComponentType, Fragment, h } from "preact";
import { DATA_FRESH_KEY } from "../shared_internal.ts";

/** Stands for JSX that the server has put into the page. */
export interface SlotRef {
  kind: "slot";
  name: string;
  id: number;
}

/** What is between two markers, and what the first one says. */
export interface Region {
  start: Comment;
  end: Comment;
  fields: string[];
}

type Props = Record<string, unknown>;

/** The page as the server has sent it: finds islands and slots, and reads HTML back as JSX. */
export class Page {
  #slots = new Map<number, Region>();

  constructor(
    readonly registry: Record<string, ComponentType>,
    readonly allProps: Props[],
  ) {}

  /** The islands under a node that are not within another one. Notes all slots on the way. */
  islands(root: Node): Region[] {
    const found: Region[] = [];
    const open: { start: Comment; fields: string[] }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
      const comment = walker.currentNode;
      if (!(comment instanceof Comment)) continue;
      if (comment.data.startsWith("frsh:")) {
        open.push({ start: comment, fields: comment.data.split(":").slice(1) });
      } else if (comment.data.startsWith("/frsh:")) {
        const region = { ...mustExist(open.pop(), comment.data), end: comment };
        const { fields } = region;
        if (fields[0] === "slot") this.#slots.set(Number(fields[1]), region);
        const within = open.some((outer) => outer.fields[0] === "island");
        if (fields[0] === "island" && !within) found.push(region);
      }
    }
    return found;
  }

  /** An island's component and properties, its slots filled with JSX. */
  island(region: Region): { component: ComponentType; props: Props } {
    const [, name = "", index = "", key] = region.fields;
    const component = mustExist(this.registry[name], `island ${name}`);
    const props = { ...mustExist(this.allProps[Number(index)], "properties") };
    for (const [prop, value] of Object.entries(props)) {
      if (isSlotRef(value)) props[prop] = this.#slot(value);
    }
    if (key) props.key = key;
    return { component, props };
  }

  #slot(ref: SlotRef): ComponentChild {
    const region = this.#slots.get(ref.id);
    if (region) {
      return h(
        Fragment,
        null,
        this.#read(region.start.nextSibling, region.end),
      );
    }
    // Not rendered yet: the server has put it aside.
    const template = document.getElementById(`frsh-${ref.id}-${ref.name}`);
    if (!(template instanceof HTMLTemplateElement)) return null;
    this.islands(template.content);
    return h(Fragment, null, this.#read(template.content.firstChild, null));
  }

  /** The nodes from one up to another as JSX. */
  #read(node: Node | null, end: Node | null): ComponentChild[] {
    const out: ComponentChild[] = [];
    while (node && node !== end) {
      if (node instanceof Text) out.push(node.data);
      else if (node instanceof Element) out.push(this.#readElement(node));
      else if (node instanceof Comment && node.data.startsWith("frsh:")) {
        const close = closing(node);
        out.push(this.#readRegion(node, close));
        node = close;
      }
      node = node.nextSibling;
    }
    return out;
  }

  #readElement(element: Element): ComponentChild {
    const props: Props = {};
    for (const { name, value } of element.attributes) {
      // The presence of a boolean attribute is its value.
      const isBoolean = typeof Reflect.get(element, name) === "boolean";
      if (name === DATA_FRESH_KEY) props.key = value;
      else props[name] = isBoolean ? true : value;
    }
    return h(element.localName, props, this.#read(element.firstChild, null));
  }

  #readRegion(start: Comment, end: Comment): ComponentChild {
    const fields = start.data.split(":").slice(1);
    if (fields[0] === "island") {
      const { component, props } = this.island({ start, end, fields });
      return h(component, props);
    }
    const key = fields[0] === "key" ? fields[1] : undefined;
    return h(Fragment, { key }, this.#read(start.nextSibling, end));
  }
}

function isSlotRef(value: unknown): value is SlotRef {
  return value !== null && typeof value === "object" && "kind" in value &&
    value.kind === "slot" && "id" in value;
}

/** The marker that ends what this one begins. */
function closing(start: Comment): Comment {
  let depth = 0;
  for (let node: Node | null = start; node; node = node.nextSibling) {
    if (!(node instanceof Comment)) continue;
    if (node.data.startsWith("frsh:")) depth++;
    if (node.data.startsWith("/frsh:") && --depth === 0) return node;
  }
  throw new Error(`The end of "${start.data}" is missing in the page`);
}

function mustExist<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Not found in the page: ${what}`);
  return value;
}
