import { type ComponentChildren, Fragment, h } from "preact";
import type { AnyVNode } from "../../vnode.ts";

/** A comment before and after, by which the browser finds what is between. */
export function wrapWithMarker(
  content: ComponentChildren,
  kind: string,
  text: string,
): AnyVNode {
  return h(
    Fragment,
    null,
    h(Fragment, comment(`frsh:${kind}:${text}`)),
    content,
    h(Fragment, comment(`/frsh:${kind}`)),
  );
}

/** preact-render-to-string writes such a fragment as a comment; Preact's types do not know of it. */
function comment(text: string): object {
  return { UNSTABLE_comment: text };
}

/** A key as it is written into a marker, where ":" separates. */
export function normalizeKey(key: unknown): string {
  return String(key ?? "").replaceAll(":", "_");
}
