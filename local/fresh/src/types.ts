import type { RouteHandler } from "./handlers.ts";
import type { Method } from "./router.ts";
import type { RouteComponent } from "./segments.ts";

/** Loads a value on its first use. */
export type Lazy<T> = () => Promise<T>;
/** A value, or what loads it. */
export type MaybeLazy<T> = T | Lazy<T>;

/** What a route's `config` export may say. */
export interface RouteConfig {
  /** A pattern to be used instead of the one from the file's name. */
  routeOverride?: string;
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
  /** The methods a lazily loaded route answers to. */
  methods?: "ALL" | Method[];
  csp?: boolean;
}

/** What a layout's `config` export may say. */
export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

/** A page: its handlers, its component, its configuration. */
export interface Route<State> {
  component?: RouteComponent<State>;
  config?: RouteConfig;
  // deno-lint-ignore no-explicit-any -- the data between a handler and its component is theirs alone
  handler?: RouteHandler<any, State>;
}
