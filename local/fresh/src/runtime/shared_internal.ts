import { ASSET_CACHE_BUST_KEY } from "../constants.ts";
import type { AnyVNode } from "../vnode.ts";

export const DATA_CURRENT = "data-current";
export const DATA_ANCESTOR = "data-ancestor";
export const DATA_FRESH_KEY = "data-frsh-key";
export const CLIENT_NAV_ATTR = "f-client-nav";

/** Elements that `<Head>` moves. */
export const HEAD_ELEMENTS: ReadonlySet<string> = new Set(
  "title meta link script style base noscript template".split(" "),
);

/** The names that Preact's hooks have in its published build. */
export interface InternalOptions {
  vnode?(vnode: AnyVNode): void;
  diffed?(vnode: AnyVNode): void;
  attr?(name: string, value: unknown): string | void;
  /** Before a vnode is rendered. */
  __b?(vnode: AnyVNode): void;
}

type Props = Record<string, unknown>;

/**
 * Marks a link to the page that is shown, or to one above it. A link with a
 * query leads here only if the page has the same; one with an `aria-current` of
 * its own stays as it is.
 */
export function setActiveUrl(vnode: AnyVNode, shown: URL): void {
  // Any element's properties may be read and written.
  const props = vnode.props as Props;
  const { href } = props;
  if (typeof href !== "string" || !href.startsWith("/")) return;
  if (props["aria-current"] !== undefined) return;
  // Most paths are as the parser would leave them.
  const { pathname, search } = /^[\w/-]*$/.test(href) && !href.startsWith("//")
    ? { pathname: href, search: "" }
    : new URL(href, "http://localhost");
  const target = trim(pathname);
  const current = trim(shown.pathname);
  if (current === target && (search === "" || search === shown.search)) {
    props[DATA_CURRENT] = "true";
    props["aria-current"] = "page";
  } else if (
    current === target || target === "/" || current.startsWith(target + "/")
  ) {
    props[DATA_ANCESTOR] = "true";
    props["aria-current"] = "true";
  }
}

function trim(path: string): string {
  return path !== "/" && path.endsWith("/") ? path.slice(0, -1) : path;
}

/** A path on this site below the path under which the app is served. */
export function applyBasePath(path: string, basePath = ""): string {
  const isLocal = path.startsWith("/") && !path.startsWith("//");
  if (!isLocal || basePath === "" || basePath === "/") return path;
  return basePath === "./" ? `.${path}` : basePath + path;
}

/** A path on this site with the build's id, so that it can be cached for ever. */
export function assetInternal(
  path: string,
  buildId: string,
  basePath?: string,
): string {
  if (!path.startsWith("/") || path.startsWith("//")) return path;
  // Most paths are as the parser would leave them.
  if (/^[\w/-]*(\.\w+)*$/.test(path)) {
    return applyBasePath(
      `${path}?${ASSET_CACHE_BUST_KEY}=${buildId}`,
      basePath,
    );
  }
  try {
    const url = new URL(path, "https://freshassetcache.local");
    if (
      url.host !== "freshassetcache.local" ||
      url.searchParams.has(ASSET_CACHE_BUST_KEY)
    ) return path;
    url.searchParams.set(ASSET_CACHE_BUST_KEY, buildId);
    return applyBasePath(url.pathname + url.search + url.hash, basePath);
  } catch (error) {
    console.warn(
      `Failed to create asset() URL, falling back to regular path ('${path}'):`,
      error,
    );
    return path;
  }
}

/** The same for each URL of a `srcset`; one that is not understood stays as it is. */
export function assetSrcSetInternal(
  srcset: string,
  buildId: string,
  basePath?: string,
): string {
  const parts = srcset.split(",");
  if (srcset.includes("(") || parts.some((part) => part.trim() === "")) {
    return srcset;
  }
  return parts.map((part) =>
    part.replace(/\S+/, (url) => assetInternal(url, buildId, basePath))
  ).join(",");
}

/** Locks the files of images and media to the build, unless told not to. */
export function assetHashingHook(
  vnode: AnyVNode,
  buildId: string,
  basePath?: string,
): void {
  if (vnode.type !== "img" && vnode.type !== "source") return;
  // Any element's properties may be read and written.
  const props = vnode.props as Props;
  if (props["data-fresh-disable-lock"]) return;
  if (typeof props.src === "string") {
    props.src = assetInternal(props.src, buildId, basePath);
  }
  if (typeof props.srcset === "string") {
    props.srcset = assetSrcSetInternal(props.srcset, buildId, basePath);
  }
}
