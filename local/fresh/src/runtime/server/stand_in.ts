import type { AnyVNode } from "../../vnode.ts";

/**
 * Renders something else in a vnode's place, this once: a vnode that is a
 * constant of its module is rendered again for the next request.
 */
export function standIn(
  vnode: AnyVNode,
  render: (props: Record<string, unknown>) => AnyVNode | null,
): void {
  const { type } = vnode;
  const component = (props: Record<string, unknown>) => {
    vnode.type = type;
    return render(props);
  };
  vnode.type = component as AnyVNode["type"]; // any such function is a component
}
