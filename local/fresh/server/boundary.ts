import { type ComponentType, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { unsupported } from "./refuse.ts";

/** An island that stands on the page being drawn: its script, its name in it, and its props. */
export type Placed = [script: string, name: string, props: unknown];

/** Hears of each island that is drawn; gives back its number on the page. */
export type Placing = (island: Placed) => number;

const islands = new Map<unknown, ComponentType>();
let placing: Placing | null = null;
let inside = false;

/** Makes every function that a file of `islands/` exports an island of that script. */
export function registerIslands(script: string, module: object): void {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === "function") {
      islands.set(value, boundary(script, name, value));
    }
  }
}

/** Draws, telling `place` of each island. */
export function collectIslands<T>(place: Placing, draw: () => T): T {
  placing = place;
  inside = false;
  try {
    return draw();
  } finally {
    placing = null;
  }
}

/** Puts the boundary in an island's place; called for each element that is made. */
export function enclose(element: VNode): void {
  const wrapper = islands.get(element.type);
  if (wrapper !== undefined) element.type = wrapper;
}

/**
 * The island between two comments, by which the browser finds it. An island in another one is a part of that: drawing
 * goes through the elements in their order, so that one that comes after the island knows that it is over.
 */
function boundary(
  script: string,
  name: string,
  component: ComponentType,
): ComponentType {
  return function Island(props: Record<string, unknown>) {
    // By a copy of the element: made by `h`, it would be enclosed again.
    const island = plain(component, props);
    if (inside || placing === null) return island;
    check(props, name);
    const number = placing([script, name, props]);
    inside = true;
    const marks = [`<!--island:${number}-->`, "", "<!--/island-->"];
    return jsxTemplate(marks, island, h(Over, null));
  };
}

function Over(): null {
  inside = false;
  return null;
}

/** An element whose type stays the component itself. */
function plain(component: ComponentType, props: object): VNode {
  const element = h(component, props);
  element.type = component;
  return element;
}

/** Throws for what JSON would lose or change: the browser must get what the server drew. */
function check(value: unknown, path: string): void {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return;
    case "number":
      if (Number.isFinite(value)) return;
      break;
    case "object":
      if (value === null) return;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) {
          if (value[i] === undefined) throw unfit(`${path}[${i}]`, undefined);
          check(value[i], path);
        }
        return;
      }
      if (Object.getPrototypeOf(value) === Object.prototype) {
        for (const name in value) {
          const one: unknown = Reflect.get(value, name);
          if (typeof one !== "string") check(one, `${path}.${name}`);
        }
        if (!("__v" in value) && !("toJSON" in value)) return;
      }
  }
  throw unfit(path, value);
}

function unfit(path: string, value: unknown): Error {
  const kind = typeof value === "object"
    ? value?.constructor?.name ?? "this object"
    : `${typeof value} ${String(value).slice(0, 40)}`;
  return unsupported(
    `The island's prop ${path} (${kind}; plain JSON passes)`,
  );
}
