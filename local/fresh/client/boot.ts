import { type ComponentType, h, render } from "preact";

/** As `server/boundary.ts` writes them: script, name in it, props. */
type Placed = [script: string, name: string, props: object];

/** Between these two comments the server drew an island. */
interface Place {
  number: number;
  start: Comment;
  nodes: ChildNode[];
}

function findPlaces(): Place[] {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  const places: Place[] = [];
  while (comments.nextNode()) {
    // The walker shows comments only.
    const start = comments.currentNode as Comment;
    const [, number] = /^island:(\d+)$/.exec(start.data) ?? [];
    if (number === undefined) continue;
    const nodes: ChildNode[] = [];
    let node = start.nextSibling;
    while (node !== null && (node as Comment).data !== "/island") {
      nodes.push(node);
      node = node.nextSibling;
    }
    places.push({ number: Number(number), start, nodes });
  }
  return places;
}

/**
 * What Preact takes for an element whose children are the nodes between the comments: it keeps what the server drew,
 * and puts new nodes before the second comment.
 */
function rootOf({ start, nodes }: Place): Element {
  const parent = start.parentNode!; // a comment that was found stands somewhere
  const end = (nodes.at(-1) ?? start).nextSibling;
  const root = {
    nodeType: 1,
    parentNode: parent,
    namespaceURI: (parent as Element).namespaceURI,
    ownerDocument: document,
    get childNodes() {
      const all: Node[] = [];
      for (let n = start.nextSibling; n !== end && n; n = n.nextSibling) {
        all.push(n);
      }
      return all;
    },
    get firstChild() {
      return start.nextSibling === end ? null : start.nextSibling;
    },
    contains: (node: Node) => parent.contains(node),
    insertBefore: (node: Node, before: Node | null) =>
      parent.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
  };
  return root as unknown as Element; // as far as Preact looks at it
}

const data = document.getElementById("islands")?.textContent ?? "[]";
const placed: Placed[] = JSON.parse(data);
for (const place of findPlaces()) {
  const [script, name, props] = placed[place.number]!; // the server numbered them
  // In a variable: the bundler would look for all files that a template may mean.
  const address = new URL(`${script}.js`, import.meta.url).href;
  const module: Record<string, ComponentType<object>> = await import(address);
  render(h(module[name]!, props), rootOf(place));
}
