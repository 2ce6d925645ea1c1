// The names of Fresh 1, for routes that were written for it.
import type { ComponentChildren } from "preact";
import type { Context } from "./context.ts";
import type { HandlerFn, RouteHandler } from "./handlers.ts";
import type { PageProps } from "./render.ts";

/** @deprecated Use `PageProps`. */
export type AppProps<_Data = unknown, State = unknown> = Context<State>;
/** @deprecated Use `PageProps`. */
export type LayoutProps<_Data = unknown, State = unknown> = Context<State>;
/** @deprecated Use `PageProps`. */
export type UnknownPageProps<_Data = unknown, State = unknown> = Context<State>;
/** @deprecated Use `PageProps`. */
export type ErrorPageProps<_Data = unknown, State = unknown> = Context<State>;
/** @deprecated Use {@linkcode Context}. */
export type RouteContext<_Data = never, State = Record<string, unknown>> =
  Context<State>;

/** @deprecated Use {@linkcode RouteHandler}. */
// deno-lint-ignore no-explicit-any -- as Fresh has it: the data is not known
export type Handlers<Data = any, State = Record<string, unknown>> =
  RouteHandler<Data, State>;
/** @deprecated Use {@linkcode HandlerFn}. */
// deno-lint-ignore no-explicit-any -- as above
export type Handler<Data = any, State = Record<string, unknown>> = HandlerFn<
  Data,
  State
>;

type Rendered<Data> = (
  ctx: PageProps<Data>,
) => ComponentChildren | Response | Promise<ComponentChildren | Response>;

function given<Data>(render: Rendered<Data>): Rendered<Data> {
  return render;
}

/** @deprecated Use `define.page`. */
export const defineApp = given;
/** @deprecated Use `define.page`. */
export const defineRoute = given;
/** @deprecated Use `define.layout`. */
export const defineLayout = given;
