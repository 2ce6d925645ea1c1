import type { AnyVNode } from "../../vnode.ts";

type Props = Record<string, unknown>;
type Render = (props: Props) => AnyVNode | null;

interface StandInProps {
  vnode: AnyVNode;
  type: AnyVNode["type"];
  props: Props;
  render: Render;
}

/**
 * Renders something else in a vnode's place, this once: a vnode that is a
 * constant of its module is rendered again for the next request. It is the same
 * component for all, since functions made for each vnode cost the collector more.
 */
export function standIn(vnode: AnyVNode, render: Render): void {
  const { type, props } = vnode;
  vnode.props = { vnode, type, props, render };
  vnode.type = StandIn;
}

function StandIn({ vnode, type, props, render }: StandInProps) {
  vnode.type = type;
  vnode.props = props;
  return render(props);
}
