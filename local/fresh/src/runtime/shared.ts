import type { ComponentChildren } from "preact";
import { BUILD_ID } from "../build_id.ts";
import { assetInternal, assetSrcSetInternal } from "./shared_internal.ts";

export { HttpError } from "../error.ts";
export { Head } from "./head.ts";

/** Whether this runs in a browser. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** A file's path with the build's id: it may be cached for ever. */
export function asset(path: string): string {
  return assetInternal(path, BUILD_ID);
}

/** `asset` for each URL of a `srcset`. */
export function assetSrcSet(srcset: string): string {
  return assetSrcSetInternal(srcset, BUILD_ID);
}

/** The properties of Fresh's `Partial`. */
export interface PartialProps {
  children?: ComponentChildren;
  name: string;
  mode?: "replace" | "prepend" | "append";
}

/** Not in this edition: rendering it throws. */
export function Partial(_props: PartialProps): never {
  throw new Error(
    "<Partial> is not part of this edition of Fresh: link the original with `deno unlink @fresh/core`.",
  );
}
