import type { ComponentChildren } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import type { AnyVNode } from "../../vnode.ts";

/** A comment before and after, by which the browser finds what is between. */
export function wrapWithMarker(
  content: ComponentChildren,
  kind: string,
  text: string,
): AnyVNode {
  // In a list, since text by itself would be taken for HTML here.
  return jsxTemplate(
    [`<!--frsh:${kind}:${escape(text)}-->`, `<!--/frsh:${kind}-->`],
    [content],
  );
}

/** Text that cannot end its comment. */
function escape(text: string): string {
  return /["&<>]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
      .replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;
}

/** A key as it is written into a marker, where ":" separates. */
export function normalizeKey(key: unknown): string {
  return String(key ?? "").replaceAll(":", "_");
}
