import type { Middleware } from "./mod.ts";

/** Addresses to refuse and to allow. */
export interface IpFilterRules {
  denyList?: string[];
  allowList?: string[];
}

/** Not in this edition: throws. */
export function ipFilter<State>(_rules: IpFilterRules): Middleware<State> {
  throw new Error(
    "ipFilter() is not part of this edition of Fresh: link the original with `deno unlink @fresh/core`.",
  );
}
