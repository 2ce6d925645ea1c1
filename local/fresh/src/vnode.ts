import type { ComponentType, VNode } from "preact";

/** An element or a component with whatever properties. */
// deno-lint-ignore no-explicit-any -- Preact's vnodes of different properties do not fit each other
export type AnyVNode = VNode<any>;

/** A component of whatever properties. */
// deno-lint-ignore no-explicit-any -- as above
export type AnyType = ComponentType<any>;
