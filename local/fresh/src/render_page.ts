import { Fragment, h } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { BuildCache } from "./build_cache.ts";
import { DEV_ERROR_OVERLAY_URL } from "./constants.ts";
import type { Context } from "./context.ts";
import { renderRouteComponent } from "./render.ts";
import {
  FreshScripts,
  RenderState,
  setRenderState,
} from "./runtime/server/preact_hooks.ts";
import type { RouteComponent } from "./segments.ts";
import type { AnyVNode } from "./vnode.ts";

/** Where `csp()` finds the nonce of a rendered response. */
export const NONCE_SYMBOL: unique symbol = Symbol.for("__freshNonce");

/** What the wrapper's or a layout's `Component` renders: an entry of the page's contents. */
export function componentOf(
  contents: (AnyVNode | null)[],
  content: AnyVNode | null,
): () => AnyVNode | null {
  const index = contents.push(content) - 1;
  return () => contents[index] ?? null;
}

/** A page inside the app wrapper as a response. */
export async function renderPage<State>(
  ctx: Context<State>,
  buildCache: BuildCache<State>,
  page: AnyVNode | null,
  app: RouteComponent<State> | null,
  init: ResponseInit,
  contents: (AnyVNode | null)[],
): Promise<Response> {
  let wrapper: AnyVNode | null = null;
  if (app) {
    ctx.Component = componentOf(contents, page);
    const result = await renderRouteComponent(
      ctx,
      { component: app, props: null },
      ctx.Component,
    );
    if (result instanceof Response) return result;
    wrapper = result;
  }

  const headers = new Headers(init.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const partialId = ctx.isPartial ? crypto.randomUUID() : "";
  if (partialId) headers.set("X-Fresh-Id", partialId);

  const state = new RenderState(ctx, buildCache, partialId);
  setRenderState(state);
  try {
    // The page goes first: what it puts into <Head> is known when the wrapper's head is rendered.
    let html = renderToString(page ?? h(Fragment, null));
    if (wrapper) {
      contents[contents.length - 1] = jsxTemplate([html]);
      html = renderToString(wrapper);
    }
    html = complete(state, html);
    if (state.needsClient) headers.append("Link", preloads(state));
    const { status = 200, statusText } = init;
    const response = new Response("<!DOCTYPE html>" + html, {
      status,
      statusText,
      headers,
    });
    return Object.assign(response, { [NONCE_SYMBOL]: state.nonce });
  } finally {
    setRenderState(null);
    // What is kept of the request for a while is kept without the page's tree.
    contents.length = 0;
  }
}

/** Adds the document's elements that were not rendered. */
function complete(state: RenderState, html: string): string {
  if (state.renderedBody && state.renderedHead && state.renderedHtml) {
    return html;
  }
  let document: AnyVNode = jsxTemplate([html]);
  if (!state.renderedBody) {
    const { url, config } = state.ctx;
    // The overlay is shown inside of a page that has its scripts already.
    const scripts = url.pathname === config.basePath + DEV_ERROR_OVERLAY_URL
      ? null
      : h(FreshScripts, {});
    state.renderedBody = state.bodyIsPatched = true;
    document = h("body", null, document, scripts);
  }
  if (!state.renderedHead) {
    const head = h("head", null, h("meta", { charset: "utf-8" }));
    document = h(Fragment, null, head, document);
  }
  if (!state.renderedHtml) document = h("html", null, document);
  return renderToString(document);
}

/** The client files that the page needs, for the browser to load them early. */
function preloads(state: RenderState): string {
  const files = [state.buildCache.clientEntry];
  for (const island of state.islands) files.push(island.file);
  return files.map((file) =>
    `<${encodeURI(state.clientUrl(file))}>; rel="modulepreload"; as="script"`
  ).join(", ");
}
