import type { Region } from "./page.ts";

/**
 * What is between two nodes, as the container that Preact renders into.
 * The markers become empty text: Preact steps over comments when it looks for
 * the place of a new node, and would leave the island.
 */
export function createRootFragment(region: Region): object {
  const parent = region.start.parentElement ?? document.body;
  const start = hide(region.start);
  const end = hide(region.end);
  const children = () => {
    const nodes: Node[] = [];
    for (let node = start.nextSibling; node && node !== end;) {
      nodes.push(node);
      node = node.nextSibling;
    }
    return nodes;
  };
  const insertBefore = (node: Node, before: Node | null) =>
    parent.insertBefore(node, before ?? end);
  return {
    nodeType: Node.ELEMENT_NODE,
    parentNode: parent,
    ownerDocument: document,
    namespaceURI: parent.namespaceURI,
    nextSibling: null,
    get firstChild() {
      return children()[0] ?? null;
    },
    get childNodes() {
      return children();
    },
    contains: (node: Node) => children().some((child) => child.contains(node)),
    insertBefore,
    appendChild: (node: Node) => insertBefore(node, null),
    removeChild: (node: Node) => parent.removeChild(node),
  };
}

function hide(marker: ChildNode): ChildNode {
  const text = document.createTextNode("");
  marker.replaceWith(text);
  return text;
}
