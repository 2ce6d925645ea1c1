import {
  type AnyComponent,
  type ComponentChildren,
  type ComponentType,
  type FunctionComponent,
  h,
  type RenderableProps,
} from "preact";
import type { Context } from "./context.ts";
import type { AnyVNode } from "./vnode.ts";

/** What a page, a layout or the app wrapper is rendered with. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    | "config"
    | "url"
    | "req"
    | "params"
    | "info"
    | "state"
    | "isPartial"
    | "Component"
    | "error"
    | "route"
  >
  & { data: Data };

/** A component that is awaited before the page is rendered; it may answer by itself. */
export type AsyncAnyComponent<P> = {
  // The same parameters as Preact's: so that those of a function can be inferred.
  // deno-lint-ignore no-explicit-any -- Preact's type of a context
  (props: RenderableProps<P>, context?: any): Promise<
    ComponentChildren | Response
  >;
  displayName?: string;
  defaultProps?: Partial<P>;
};

/** A component, and the data it is rendered with. */
export interface ComponentDef<Data, State> {
  props: Data | null;
  component:
    | AnyComponent<PageProps<Data, State>>
    | AsyncAnyComponent<PageProps<Data, State>>;
}

/** Whether a component was declared as an async function. */
export function isAsyncAnyComponent(
  fn: unknown,
  // deno-lint-ignore no-explicit-any -- what it takes cannot be seen
): fn is AsyncAnyComponent<any> {
  return typeof fn === "function" && fn.constructor.name === "AsyncFunction";
}

/** Renders an async component now, leaves any other to the renderer; `child` is its `Component`. */
export async function renderRouteComponent<State>(
  ctx: Context<State>,
  def: ComponentDef<unknown, State>,
  child: FunctionComponent,
): Promise<AnyVNode | Response> {
  const props: PageProps<unknown, State> = {
    Component: child,
    config: ctx.config,
    data: def.props,
    error: ctx.error,
    info: ctx.info,
    isPartial: ctx.isPartial,
    params: ctx.params,
    req: ctx.req,
    route: ctx.route,
    state: ctx.state,
    url: ctx.url,
  };
  if (isAsyncAnyComponent(def.component)) {
    // What an async component resolves to is rendered like any component's result.
    return await def.component(props) as AnyVNode | Response;
  }
  // An async component was answered above; Preact's own types want the one kind.
  const component = def.component as ComponentType<PageProps<unknown, State>>;
  return h(component, props);
}
