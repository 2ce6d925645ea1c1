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
import { isJsx, renderScripts } from "./scripts.ts";
import { Slot } from "./slot.ts";
import { standIn } from "./stand_in.ts";

export { setRenderState } from "./current.ts";
export { RenderState } from "./render_state.ts";
import type { AnyType, AnyVNode } from "../../vnode.ts";

type Props = Record<string, unknown>;

// The options have more hooks than their type tells.
const options = preactOptions as InternalOptions;
const before = { ...options };

/** Components that were wrapped already. */
const PATCHED = new WeakSet<AnyVNode>();
/** What an island created by itself. */
const INSIDE = new WeakSet<AnyVNode>();

options.vnode = (vnode) => {
  const state = currentState();
  if (state !== null) {
    if (state.owners.at(-1)) INSIDE.add(vnode);
    if (vnode.type === "a") setActiveUrl(vnode, state.ctx.url.pathname);
    else if (vnode.type === "script" || vnode.type === "style") {
      (vnode.props as Props).nonce ||= state.nonce; // any attribute may be set
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

function enterComponent(state: RenderState, vnode: AnyVNode): void {
  const type = vnode.type as AnyType; // elements and fragments were told apart
  if (vnode.type === Head) state.headDepth++;
  const inside = INSIDE.has(vnode);
  const island = state.buildCache.islandRegistry.get(type);
  state.owners.push(inside || (island !== undefined && PATCHED.has(vnode)));
  if (PATCHED.has(vnode)) return;
  if (inside) {
    for (const css of island?.css ?? []) state.islandAssets.add(css);
  } else if (island) {
    standIn(vnode, (props) => renderIsland(state, island, props, vnode.key));
  } else if (vnode.key !== undefined && vnode.key !== null) {
    const key = normalizeKey(vnode.key);
    standIn(vnode, (props) => wrapWithMarker(patched(type, props), "key", key));
  }
}

function patched(type: AnyType, props: Props): AnyVNode {
  const child = h(type, props);
  PATCHED.add(child);
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
    patched(island.fn, props),
    "island",
    `${island.name}:${index}:${normalizeKey(key)}`,
  );
}

function enterElement(state: RenderState, vnode: AnyVNode): void {
  const { type } = vnode;
  if (type === "html") state.renderedHtml = true;
  else if (type === "head") enterHead(state, vnode);
  else if (type === "body") enterBody(state, vnode);
  else if (HEAD_ELEMENTS.has(type as string)) { // components were told apart
    replaceFromHead(state, vnode);
  }
  if (vnode.key !== undefined && vnode.key !== null && INSIDE.has(vnode)) {
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
function append(vnode: AnyVNode, child: AnyVNode): void {
  if (PATCHED.has(vnode)) return;
  PATCHED.add(vnode);
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
