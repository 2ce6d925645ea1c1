/** `fresh`: what a server imports. Names and types are Fresh's public ones. */
export { App } from "./server/application.ts";
export { csrf, type CsrfOptions } from "./server/cross_site.ts";
export { HttpError } from "./server/http_error.ts";
export { csp, type CSPOptions } from "./server/policy.ts";
export { staticFiles } from "./server/assets.ts";
export { createDefine, type Define, page } from "./server/typed.ts";
export type {
  Context,
  FreshConfig,
  HandlerByMethod,
  HandlerFn,
  Method,
  Middleware,
  PageProps,
  PageResponse,
  RouteHandler,
} from "./server/shapes.ts";
