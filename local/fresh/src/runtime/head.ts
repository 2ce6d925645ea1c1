import { type ComponentChildren, createContext, Fragment, h } from "preact";
import type { AnyVNode } from "../vnode.ts";

/** Whether what is rendered belongs into the document's head. */
export const HeadContext = createContext(false);

/** Puts elements into the document's head, from anywhere on a page or in an island. */
export function Head(props: { children?: ComponentChildren }): AnyVNode {
  // The server knows by itself when it is within one.
  return typeof document === "undefined"
    ? h(Fragment, null, props.children)
    : h(HeadContext.Provider, { value: true }, props.children);
}
