import type { RenderState } from "./render_state.ts";

let current: RenderState | null = null;

/** The page that is being rendered; rendering is synchronous, so there is one at most. */
export function currentState(): RenderState | null {
  return current;
}

/** Begins or, with null, ends the rendering of a page. */
export function setRenderState(state: RenderState | null): void {
  current = state;
}
