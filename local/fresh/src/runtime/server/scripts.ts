import { Fragment, h, isValidElement } from "preact";
import { DEV_ERROR_OVERLAY_URL } from "../../constants.ts";
import type { Island } from "../../context.ts";
import { getCodeFrame } from "../../dev/middlewares/error_overlay/code_frame.ts";
import { HttpError } from "../../error.ts";
import { type Stringifiers, stringify } from "../../jsonify/stringify.ts";
import { escapeScript } from "../../utils.ts";
import type { RenderState } from "./render_state.ts";
import { Slot, type SlotProps } from "./slot.ts";
import type { AnyVNode } from "../../vnode.ts";

/** Whether a value is a signal, of whatever copy of the library. */
export function isSignal(value: unknown): value is { peek(): unknown } {
  return value !== null && typeof value === "object" && "peek" in value &&
    typeof value.peek === "function" && "value" in value;
}

function isComputed(value: unknown): value is { peek(): unknown } {
  // The function is named "x" in the published build and "_fn" in its source.
  return isSignal(value) &&
    (("x" in value && typeof value.x === "function") ||
      ("_fn" in value && typeof value._fn === "function"));
}

/** Kinds of objects that are not plain values. */
const stringifiers: Stringifiers = {
  Computed: (value) => isComputed(value) ? { value: value.peek() } : undefined,
  Signal: (value) => isSignal(value) ? { value: value.peek() } : undefined,
  Slot: (value) => {
    if (isSignal(value) || !isValidElement(value) || value.type !== Slot) {
      return undefined;
    }
    // A vnode of this type has these properties.
    const { name, id } = value.props as unknown as SlotProps;
    return { value: { name, id } };
  },
};

/** Whether a property is JSX, that the browser finds in the page. */
export function isJsx(value: unknown): boolean {
  return isValidElement(value) && !isSignal(value);
}

/** The end of the page: slots that were not rendered, and what starts the islands. */
export function renderScripts(state: RenderState): AnyVNode {
  // What the slots contain may bring further islands, so the script comes after them.
  return h(
    Fragment,
    null,
    h(PendingSlots, { state, from: 0 }),
    h(Runtime, { state }),
    state.buildCache.features.errorOverlay ? h(Overlay, { state }) : null,
  );
}

/** The slots from one on, and then those that came with islands in them. */
function PendingSlots(
  { state, from }: { state: RenderState; from: number },
): AnyVNode | null {
  const slots = state.slots.slice(from).filter((slot) => slot !== null);
  if (slots.length === 0) return null;
  const templates = slots.map(({ id, name, children }) =>
    h("template", { id: `frsh-${id}-${name}` }, children)
  );
  const next = { state, from: state.slots.length };
  return h(Fragment, null, templates, h(PendingSlots, next));
}

function Runtime({ state }: { state: RenderState }): AnyVNode | null {
  const { nonce, buildCache, partialId } = state;
  const islands = [...state.islands];
  if (partialId) {
    const json = JSON.stringify({
      islands: islands.map(({ exportName, file, name }) => ({
        exportName,
        chunk: file,
        name,
      })),
      props: stringify(state.islandProps, stringifiers),
    });
    return h("script", {
      id: `__FRSH_STATE_${partialId}`,
      type: "application/json",
      dangerouslySetInnerHTML: { __html: escapeScript(json, { json: true }) },
    });
  }
  if (!state.needsClient) {
    const file = buildCache.hmrClientEntry;
    return file === undefined
      ? null
      : h("script", { type: "module", nonce, src: state.clientUrl(file) });
  }
  const props = escapeScript(
    JSON.stringify(stringify(state.islandProps, stringifiers)),
    { json: true },
  );
  const code = `import { boot } from "${
    state.clientUrl(buildCache.clientEntry)
  }";${islands.map((island) => importOf(island, state)).join("")}boot({${
    islands.map((island) => island.name).join(",")
  }},${props});`;
  return h("script", {
    type: "module",
    nonce,
    dangerouslySetInnerHTML: { __html: code },
  });
}

function importOf(island: Island, state: RenderState): string {
  const { name, exportName } = island;
  const binding = exportName === "default"
    ? name
    : exportName === name
    ? `{ ${name} }`
    : `{ ${exportName} as ${name} }`;
  return `import ${binding} from "${state.clientUrl(island.file)}";`;
}

/** While developing: the page's error over the page. */
function Overlay({ state }: { state: RenderState }): AnyVNode | null {
  const { error, config } = state.ctx;
  if (error === null || error === undefined) return null;
  if (error instanceof HttpError && error.status < 500) return null;
  const query = new URLSearchParams();
  query.set("message", error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.stack) {
    query.set("stack", error.stack);
    const frame = getCodeFrame(error.stack, config.root);
    if (frame !== undefined) query.set("code-frame", frame);
  }
  return h("iframe", {
    id: "fresh-error-overlay",
    src: `${config.basePath}${DEV_ERROR_OVERLAY_URL}?${query}`,
    style:
      "unset: all; position: fixed; top: 0; left: 0; z-index: 99999; width: 100%; height: 100%; border: none;",
  });
}
