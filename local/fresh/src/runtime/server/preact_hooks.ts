import {
  type ComponentChild,
  Fragment,
  h,
  options as preactOptions,
} from "preact";
import { BUILD_ID } from "../../build_id.ts";
import type { Island } from "../../context.ts";
import { Head } from "../head.ts";
import {
  assetHashingHook,
  CLIENT_NAV_ATTR,
  DATA_FRESH_KEY,
  HEAD_ELEMENTS,
  type InternalOptions,
  setActiveUrl,
} from "../shared_internal.ts";
import { currentState } from "./current.ts";
import { RemainingHead, replaceFromHead } from "./head_elements.ts";
import { normalizeKey, wrapWithMarker } from "./markers.ts";
import type { RenderState } from "./render_state.ts";
import { isJsx, isSignal, renderScripts } from "./scripts.ts";
import { Slot } from "./slot.ts";
import { standIn } from "./stand_in.ts";

export { setRenderState } from "./current.ts";
export { RenderState } from "./render_state.ts";
import type { AnyType, AnyVNode } from "../../vnode.ts";

type Props = Record<string, unknown>;

// The options have more hooks than their type tells.
const options = preactOptions as InternalOptions;
const before = { ...options };

/** A vnode with marks: weak sets of vnodes would cost more than all the rest of a rendering. */
interface Marked extends AnyVNode {
  /** It was wrapped, or has got its further child, already. */
  frshPatched?: true;
  /** An island created it by itself. */
  frshInside?: true;
}

options.vnode = (vnode) => {
  const state = currentState();
  if (state !== null) {
    if (state.owners.at(-1)) (vnode as Marked).frshInside = true;
    if (vnode.type === "a") setActiveUrl(vnode, state.ctx.url);
    else if (vnode.type === "script" || vnode.type === "style") {
      (vnode.props as Props).nonce ||= state.nonce; // any attribute may be set
    }
    if (typeof vnode.type === "string") readSignals(vnode.props, "children");
    else if (vnode.type === Fragment) {
      readSignals(vnode.props, "exprs" in vnode.props ? "exprs" : "children");
    }
  }
  if (typeof vnode.type === "string") {
    assetHashingHook(vnode, BUILD_ID, state?.ctx.config.basePath);
    if (CLIENT_NAV_ATTR in vnode.props) {
      noteClientNav(state, vnode.props[CLIENT_NAV_ATTR]);
      vnode.props[CLIENT_NAV_ATTR] = String(vnode.props[CLIENT_NAV_ATTR]);
    }
  }
  before.vnode?.(vnode);
};

/** Signals among an element's children as their values: what listens to them is for browsers, and costs. */
function readSignals(props: Props, name: "children" | "exprs"): void {
  const content = props[name];
  if (Array.isArray(content)) {
    if (content.some(isSignal)) props[name] = content.map(signalValue);
  } else if (isSignal(content)) props[name] = signalValue(content);
}

function signalValue(child: unknown): unknown {
  if (!isSignal(child)) return child;
  const value = child.peek();
  // As Preact's own text of a signal does.
  return value === 0 ? 0 : value === true ? "" : value || "";
}

/** Only what the page itself asks for counts, before it has become text. */
function noteClientNav(state: RenderState | null, value: unknown): void {
  if (state && (value === true || value === "true")) state.clientNav = true;
}

options.attr = (name, value) => {
  if (name === CLIENT_NAV_ATTR) {
    const on = value !== "false" && Boolean(value);
    noteClientNav(currentState(), on);
    return `${CLIENT_NAV_ATTR}="${on}"`;
  }
  if (name === "key") {
    const text = String(value).replaceAll("&", "&amp;").replaceAll(
      '"',
      "&quot;",
    )
      .replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    return `${DATA_FRESH_KEY}="${text}"`;
  }
  return before.attr?.(name, value);
};

options.__b = (vnode) => {
  const state = currentState();
  if (state !== null) {
    if (typeof vnode.type === "string") enterElement(state, vnode);
    else if (vnode.type !== Fragment) enterComponent(state, vnode);
  }
  before.__b?.(vnode);
};

options.diffed = (vnode) => {
  const state = currentState();
  if (state !== null && vnode.type !== Fragment) {
    if (typeof vnode.type === "function") {
      state.owners.pop();
      if (vnode.type === Head) state.headDepth--;
    } else if (vnode.type === "head") state.headTagDepth--;
  }
  before.diffed?.(vnode);
};

function enterComponent(state: RenderState, vnode: Marked): void {
  const type = vnode.type as AnyType; // elements and fragments were told apart
  if (vnode.type === Head) state.headDepth++;
  const { frshInside: inside = false, frshPatched: patched } = vnode;
  const island = state.buildCache.islandRegistry.get(type);
  state.owners.push(inside || (island !== undefined && patched === true));
  if (patched) return;
  if (inside) {
    for (const css of island?.css ?? []) state.islandAssets.add(css);
  } else if (island) {
    standIn(vnode, (props) => renderIsland(state, island, props, vnode.key));
  } else if (vnode.key !== undefined && vnode.key !== null) {
    const key = normalizeKey(vnode.key);
    standIn(vnode, (props) => wrapWithMarker(patch(type, props), "key", key));
  }
}

function patch(type: AnyType, props: Props): AnyVNode {
  const child: Marked = h(type, props);
  child.frshPatched = true;
  return child;
}

function renderIsland(
  state: RenderState,
  island: Island,
  given: Props,
  key: unknown,
): AnyVNode {
  state.islands.add(island);
  const props = { ...given };
  for (const [name, value] of Object.entries(props)) {
    if (name !== "children" && !isJsx(value)) continue;
    // JSX has no other shape than this.
    const children = value as ComponentChild;
    const id = state.slots.push({ id: state.slots.length, name, children }) - 1;
    props[name] = h(Slot, { name, id }, children);
  }
  const index = state.islandProps.push({ slots: [], props }) - 1;
  return wrapWithMarker(
    patch(island.fn, props),
    "island",
    `${island.name}:${index}:${normalizeKey(key)}`,
  );
}

function enterElement(state: RenderState, vnode: Marked): void {
  const { type } = vnode;
  if (type === "html") state.renderedHtml = true;
  else if (type === "head") enterHead(state, vnode);
  else if (type === "body") enterBody(state, vnode);
  else if (HEAD_ELEMENTS.has(type as string)) { // components were told apart
    replaceFromHead(state, vnode);
  }
  if (vnode.key !== undefined && vnode.key !== null && vnode.frshInside) {
    (vnode.props as Props)[DATA_FRESH_KEY] = String(vnode.key); // any attribute may be set
  }
}

function enterHead(state: RenderState, vnode: AnyVNode): void {
  state.headTagDepth++;
  if (state.renderedHead) return;
  state.renderedHead = true;
  append(vnode, h(RemainingHead, {}));
}

function enterBody(state: RenderState, vnode: AnyVNode): void {
  state.renderedBody = true;
  if (state.bodyIsPatched) return;
  state.bodyIsPatched = true;
  append(vnode, h(FreshScripts, {}));
}

/** Adds a child once, however often the same vnode is rendered. */
function append(vnode: Marked, child: AnyVNode): void {
  if (vnode.frshPatched) return;
  vnode.frshPatched = true;
  const { children } = vnode.props;
  vnode.props.children = Array.isArray(children)
    ? [...children, child]
    : [children, child];
}

/** The end of the page; rendered once. */
export function FreshScripts(): AnyVNode | null {
  const state = currentState();
  if (state === null || state.hasRuntimeScript) return null;
  state.hasRuntimeScript = true;
  return renderScripts(state);
}
