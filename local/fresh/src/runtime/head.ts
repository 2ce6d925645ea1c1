import { type ComponentChildren, createContext, h } from "preact";
import type { AnyVNode } from "../vnode.ts";

/** Whether what is rendered belongs into the document's head. */
export const HeadContext = createContext(false);

/** Puts elements into the document's head, from anywhere on a page or in an island. */
export function Head(props: { children?: ComponentChildren }): AnyVNode {
  return h(HeadContext.Provider, { value: true }, props.children);
}
