import { h, options as preactOptions, type VNode } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { BUILD_ID } from "../../build_id.ts";
import { HeadContext } from "../head.ts";
import {
  assetHashingHook,
  CLIENT_NAV_ATTR,
  HEAD_ELEMENTS,
  type InternalOptions,
} from "../shared_internal.ts";
import type { AnyVNode } from "../../vnode.ts";

type Props = Record<string, unknown>;

// The options have more hooks than their type tells.
const options = preactOptions as InternalOptions;
const before = options.vnode;
let placing = false;

options.vnode = (vnode) => {
  const { type } = vnode;
  if (typeof type === "string") {
    assetHashingHook(vnode, BUILD_ID);
    if (CLIENT_NAV_ATTR in vnode.props) {
      vnode.props[CLIENT_NAV_ATTR] = String(vnode.props[CLIENT_NAV_ATTR]);
    }
    if (HEAD_ELEMENTS.has(type) && !placing) {
      const props: Props = { tag: type, given: vnode.props, id: vnode.key };
      vnode.type = HeadElement as VNode["type"]; // any function may be a component
      vnode.props = props;
    }
  }
  before?.(vnode);
};

/** An element that is written into the document's head when it is in `<Head>`. */
function HeadElement(
  { tag, given, id }: { tag: string; given: Props; id: unknown },
): AnyVNode | null {
  const inHead = useContext(HeadContext);
  useEffect(() => {
    if (inHead) update(tag, given, id);
  }, [inHead, tag, given, id]);
  return inHead ? null : placed(tag, { ...given, key: id });
}

/** The element itself: the hook must leave this one alone. */
function placed(tag: string, props: Props): AnyVNode {
  placing = true;
  try {
    return h(tag, props);
  } finally {
    placing = false;
  }
}

function update(tag: string, props: Props, key: unknown): void {
  const text = textOf(props.children);
  if (tag === "title") {
    document.title = text;
    return;
  }
  const element = find(tag, props, key) ??
    document.head.appendChild(document.createElement(tag));
  const html = props.dangerouslySetInnerHTML;
  const content = element instanceof HTMLTemplateElement
    ? element.content
    : element;
  if (html && typeof html === "object" && "__html" in html) {
    element.innerHTML = String(html.__html);
  } else if (content.textContent !== text) {
    content.textContent = text;
  }
  for (const [name, value] of Object.entries(props)) {
    if (name === "children" || name === "dangerouslySetInnerHTML") continue;
    if (value === null || value === undefined || value === false) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  if (key !== undefined && key !== null) {
    element.setAttribute("data-key", String(key));
  }
}

/** The element of the head that is meant. */
function find(tag: string, props: Props, key: unknown): Element | null {
  const by = (name: string, value: unknown) =>
    value === undefined || value === null ? null : document.head.querySelector(
      `${tag}[${name}="${CSS.escape(String(value))}"]`,
    );
  const known = by("data-key", key) ?? by("id", props.id);
  if (known) return known;
  if (tag === "meta") {
    return by("name", props.name) ?? by("property", props.property);
  }
  if (tag === "link") {
    return props.rel === "stylesheet"
      ? by("href", props.href)
      : by("rel", props.rel);
  }
  return tag === "base" ? document.head.querySelector(tag) : null;
}

function textOf(children: unknown): string {
  if (Array.isArray(children)) return children.map(textOf).join("");
  if (children === null || children === undefined) return "";
  if (typeof children === "boolean") return "";
  if (typeof children === "object" && "props" in children) {
    const { props } = children;
    return props && typeof props === "object" && "children" in props
      ? textOf(props.children)
      : "";
  }
  return String(children);
}
