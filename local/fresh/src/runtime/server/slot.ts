import type { ComponentChildren } from "preact";
import { currentState } from "./current.ts";
import { wrapWithMarker } from "./markers.ts";
import type { AnyVNode } from "../../vnode.ts";

/** JSX that a page gives to an island: stays in the page, is found there by the browser. */
export interface SlotProps {
  name: string;
  id: number;
  children?: ComponentChildren;
}

/** Renders it where the island puts it. */
export function Slot(props: SlotProps): AnyVNode {
  const state = currentState();
  if (state) state.slots[props.id] = null;
  return wrapWithMarker(props.children, "slot", `${props.id}:${props.name}`);
}
