/** `fresh/runtime`: what components import. The browser gets `client/runtime.ts` under the same name. */
import { buildId } from "./server/build_id.ts";
import { versioned } from "./server/versioned.ts";
export { HttpError } from "./server/http_error.ts";

/** Whether this runs in a browser. */
export const IS_BROWSER = false;

/** The address of a static file with the build's key, so that it may be cached for a year: `/x.css?__frsh_c=…`. */
export function asset(path: string): string {
  return versioned(path, buildId());
}
