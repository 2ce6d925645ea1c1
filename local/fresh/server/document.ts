import { type ComponentChildren, h, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { collectIslands, enclose, type Placed } from "./boundary.ts";
import type { Exchange } from "./exchange.ts";
import { unsupported } from "./refuse.ts";
import type { PageComponent, PageProps } from "./shapes.ts";
import { versioned } from "./versioned.ts";

/** The nonces of rendered answers, for the policy that goes out with them. */
export const nonces = new WeakMap<Response, string>();

/** What elements need to know of the page that is being drawn. */
interface Drawing {
  path: string;
  nonce: string;
  build: string;
}

let drawing: Drawing | null = null;
const before = options.vnode;
options.vnode = (element) => {
  before?.(element);
  if (typeof element.type === "function") enclose(element);
  else if (drawing !== null) dress(element, drawing);
};

/** Answers with the page inside the document of `routes/_app`; the page is drawn first, and may set the title. */
export function renderDocument<State>(
  exchange: Exchange<State>,
  content: VNode,
  init: ResponseInit,
): Response {
  const { site, url } = exchange;
  const nonce = crypto.randomUUID();
  const placed: Placed[] = [];
  const path = url.pathname.replace(/(?<=.)\/$/, "");
  drawing = { path, nonce, build: site.build };
  let html;
  try {
    html = collectIslands((island) => placed.push(island) - 1, () => {
      const inner = renderToString(content);
      return renderToString(documentAround(exchange, inner));
    });
  } finally {
    drawing = null;
  }
  const scripts = `/_fresh/js/${site.build}/`;
  if (placed.length > 0) html = withIslands(html, placed, scripts, nonce);
  const response = new Response(`<!DOCTYPE html>${html}`, init);
  const { headers } = response;
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (placed.length > 0) headers.append("Link", preloads(placed, scripts));
  nonces.set(response, nonce);
  return response;
}

/** Lets the browser load the scripts before it has read the page. */
function preloads(placed: Placed[], scripts: string): string {
  const one = (name: string) =>
    `<${scripts}${name}.js>; rel="modulepreload"; as="script"`;
  const names = new Set(placed.map(([script]) => script));
  let all = one("boot");
  for (const name of names) all += `, ${one(name)}`;
  return all;
}

function documentAround<State>(exchange: Exchange<State>, inner: string) {
  const { app } = exchange.site;
  if (app === undefined) throw unsupported("A page without routes/_app.tsx");
  // A page draws whatever its own type says; what preact cannot draw, it refuses.
  return element(app, propsOf(exchange, null, () => jsxTemplate([inner])));
}

/** A component of a route as an element. */
export function element(component: PageComponent, props: PageProps): VNode {
  // Preact knows elements by the type of no props; what it draws is the same.
  return h(component as (props: PageProps) => VNode, props) as VNode;
}

/** What a page or the document around it is given. */
export function propsOf<State>(
  { config, url, req, params, info, state, error, route }: Exchange<State>,
  data: unknown,
  Component: () => ComponentChildren = () => null,
): PageProps<unknown, State> {
  return {
    ...{ config, url, req, params, info, state, error, route, data },
    Component: Component as () => VNode, // preact's own type for function components is narrower than what it draws
  };
}

/** The islands' data and their script, at the end of the body. */
function withIslands(
  html: string,
  placed: Placed[],
  scripts: string,
  nonce: string,
): string {
  const data = JSON.stringify(placed).replaceAll("<", "\\u003c");
  const tags = `<script type="application/json" id="islands">${data}</script>` +
    `<script type="module" src="${scripts}boot.js" nonce="${nonce}"></script>`;
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + tags : html.slice(0, end) + tags + html.slice(end);
}

/** Nonces, addresses of files and the marks of links, as Fresh adds them. */
function dress(element: VNode, { path, nonce, build }: Drawing): void {
  const props = element.props as Record<string, unknown>; // of a plain HTML element
  switch (element.type) {
    case "a":
      return markLink(props, path);
    case "script":
    case "style":
      props.nonce ??= nonce;
      return;
    case "img":
    case "source":
      if ("data-fresh-disable-lock" in props) return;
      if (typeof props.src === "string") {
        props.src = versioned(props.src, build);
      }
      if ("srcset" in props || "srcSet" in props) {
        throw unsupported(`<${element.type} srcset>`);
      }
      return;
    case "body":
    case "html":
      if ("f-client-nav" in props) throw unsupported("f-client-nav");
  }
}

/** A link to this page, or to one above it, says so; unless the page's author did. */
function markLink(props: Record<string, unknown>, path: string): void {
  const { href } = props;
  if (typeof href !== "string" || !href.startsWith("/")) return;
  if (typeof props["aria-current"] !== "undefined") return;
  if (href === path) {
    props["data-current"] = "true";
    props["aria-current"] = "page";
  } else if (isAbove(href, path)) {
    props["data-ancestor"] = "true";
    props["aria-current"] = "true";
  }
}

/** Whether a link leads to a path that this one is below, or to the same with another query. */
function isAbove(href: string, path: string): boolean {
  const end = href.search(/[?#]/);
  const target = end < 0 ? href : href.slice(0, end);
  if (target === "/" || !path.startsWith(target)) return false;
  return path.length === target.length || target.endsWith("/") ||
    path[target.length] === "/";
}
