/** The methods a route can be registered for. */
export type Method =
  | "HEAD"
  | "GET"
  | "POST"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "OPTIONS";

/** All of them, in the order in which "ALL" registers them. */
export const METHODS: readonly Method[] = [
  "GET",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
];

/** What a URL and a method lead to. */
export interface RouteResult<T> {
  params: Record<string, string>;
  item: T | null;
  /** Whether the pattern has something for the method. */
  methodMatch: boolean;
  /** The pattern as it was registered; null when none fits. */
  pattern: string | null;
}

/** Finds what was registered for a URL. */
export interface Router<T> {
  add(method: Method, pathname: string, item: T): void;
  match(method: Method, url: URL): RouteResult<T>;
  getAllowedMethods(pattern: string): string[];
}

interface RouteDef<T> {
  pattern: string;
  byMethod: Map<Method, T>;
}

/** Tells patterns from plain paths. */
export const IS_PATTERN = /[*:{}+?()]/;

/** Plain paths by map first, then patterns in the order of their registration. */
export class UrlPatternRouter<T> implements Router<T> {
  #statics = new Map<string, RouteDef<T>>();
  #dynamics = new Map<string, RouteDef<T> & { url: URLPattern }>();

  getAllowedMethods(pattern: string): string[] {
    const def = this.#statics.get(pattern) ?? this.#dynamics.get(pattern);
    return def ? [...def.byMethod.keys()] : [];
  }

  /** The first one to register a method on a pattern keeps it. */
  add(method: Method, pathname: string, item: T): void {
    const { byMethod } = this.#define(pathname);
    if (!byMethod.has(method)) byMethod.set(method, item);
  }

  #define(pattern: string): RouteDef<T> {
    const known = this.#statics.get(pattern) ?? this.#dynamics.get(pattern);
    if (known) return known;
    const def = { pattern, byMethod: new Map<Method, T>() };
    if (IS_PATTERN.test(pattern)) {
      const url = new URLPattern({ pathname: pattern });
      this.#dynamics.set(pattern, { ...def, url });
    } else {
      this.#statics.set(pattern, def);
    }
    return def;
  }

  match(method: Method, url: URL): RouteResult<T> {
    const params: Record<string, string> = Object.create(null);
    const nowhere = { params, item: null, methodMatch: false, pattern: null };
    const { pathname } = url;
    if (!isDecodable(pathname)) return nowhere;
    const fixed = this.#statics.get(pathname) ??
      this.#statics.get(otherForm(pathname));
    if (fixed) return result(fixed, method, params);

    for (const def of this.#dynamics.values()) {
      const match = def.url.exec(url);
      if (!match) continue;
      const found = result(def, method, params);
      if (found.methodMatch) {
        for (const [name, value] of Object.entries(match.pathname.groups)) {
          params[name] = value === undefined ? "" : decodeURI(value);
        }
      }
      return found;
    }
    return nowhere;
  }
}

/** False for broken percent-encoding: Fresh breaks at it, here it is a 404 like any other. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURI(pathname);
    return true;
  } catch {
    return false;
  }
}

/** The path with a slash at its end if it has none, without if it has one. */
function otherForm(pathname: string): string {
  return pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
}

function result<T>(
  def: RouteDef<T>,
  method: Method,
  params: Record<string, string>,
): RouteResult<T> {
  const item = def.byMethod.get(method) ??
    (method === "HEAD" ? def.byMethod.get("GET") : undefined);
  return {
    params,
    item: item ?? null,
    methodMatch: item !== undefined,
    pattern: def.pattern,
  };
}

export {
  mergePath,
  pathToPattern,
  patternToSegments,
  toRoutePath,
} from "./patterns.ts";
