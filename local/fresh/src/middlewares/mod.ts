import { type Context, getInternals } from "../context.ts";

/** Answers a request, or leaves it to what comes next: `ctx.next()`. */
export type Middleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

/** @deprecated Use {@linkcode Middleware}. */
export type MiddlewareFn<State> = Middleware<State>;

/** A middleware, or a function that loads it on the first request. */
export type MaybeLazyMiddleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response | Middleware<State>>;

/**
 * One function out of a chain. What the last one passes on to is `ctx.next` as
 * it was when the chain was entered. An error is noted in `ctx.error`, and
 * told to `onError` once, on its way up.
 */
export function compileMiddlewares<State>(
  middlewares: MaybeLazyMiddleware<State>[],
  onError?: (error: unknown) => void,
): (ctx: Context<State>) => Promise<Response> {
  const run = async (
    ctx: Context<State>,
    index: number,
    last: () => Promise<Response>,
  ): Promise<Response> => {
    const middleware = middlewares[index];
    const internals = getInternals(ctx);
    const { app, layouts } = internals;
    const next = () => run(ctx, index + 1, last);
    ctx.next = next;
    try {
      if (middleware === undefined) return await last();
      const result = await middleware(ctx);
      if (typeof result !== "function") return result;
      middlewares[index] = result;
      ctx.next = next;
      return await result(ctx);
    } catch (error) {
      if (ctx.error !== error) {
        ctx.error = error;
        onError?.(error);
      }
      throw error;
    } finally {
      internals.app = app;
      internals.layouts = layouts;
    }
  };
  return (ctx) => run(ctx, 0, ctx.next);
}
