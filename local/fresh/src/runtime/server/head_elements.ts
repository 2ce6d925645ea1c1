import { Fragment, h } from "preact";
import { currentState } from "./current.ts";
import type { RenderState } from "./render_state.ts";
import { standIn } from "./stand_in.ts";
import type { AnyVNode } from "../../vnode.ts";

type Props = Record<string, unknown>;

/**
 * An element of a kind that belongs into a head: in `<Head>` it is set aside,
 * in `<head>` the one set aside takes its place, elsewhere it stays.
 */
export function replaceFromHead(state: RenderState, vnode: AnyVNode): void {
  const { type, key } = vnode;
  // Any element's properties may be read and written.
  const props = vnode.props as Props;
  if (key !== undefined && key !== null) props["data-key"] = key;
  const needsNonce = (type === "script" || type === "style") && !props.nonce;
  const copy = () =>
    h(type as string, needsNonce ? { ...props, nonce: state.nonce } : props); // elements only
  if (state.headDepth > 0) {
    state.headComponents.set(identity(vnode, props), copy());
    standIn(vnode, () => null);
    return;
  }
  if (state.headTagDepth > 0 && state.headComponents.size > 0) {
    const id = identity(vnode, props);
    const replacement = state.headComponents.get(id);
    if (replacement) {
      state.headComponents.delete(id);
      standIn(vnode, () => replacement);
      return;
    }
  }
  if (needsNonce) standIn(vnode, copy);
}

/** What two elements have in common of which only one may be in a head. */
function identity(vnode: AnyVNode, props: Props): string {
  if (vnode.key !== undefined && vnode.key !== null) return String(vnode.key);
  const { type } = vnode;
  if (type === "title") return "title";
  const values = Object.keys(props).sort().flatMap((name) => {
    if (["children", "nonce", "ref"].includes(name)) return [];
    if (type === "meta" && name === "content") return [];
    if (type === "link" && name === "href") return [];
    const value = props[name];
    return name === "dangerouslySetInnerHTML" && value !== null &&
        typeof value === "object" && "__html" in value
      ? [value.__html]
      : [value];
  });
  return [type, ...values].join("::");
}

/** The end of a head: what was set aside and replaced nothing, and the islands' stylesheets. */
export function RemainingHead(): AnyVNode | null {
  const state = currentState();
  if (state === null) return null;
  const { buildCache, headComponents, islands, islandAssets } = state;
  const sheets = [
    ...buildCache.getEntryAssets().filter((id) => id.endsWith(".css")),
    ...[...islands].flatMap((island) => island.css),
    ...islandAssets,
  ];
  const elements = [...headComponents.values()];
  headComponents.clear();
  return h(
    Fragment,
    null,
    elements,
    sheets.map((href) => h("link", { rel: "stylesheet", href })),
  );
}
