import { fileURLToPath } from "node:url";

/**
 * The configuration of everything that runs on one machine: `deno.json`, which describes production, and beside it
 * the links to `local/fresh` and `local/std`. Deno takes it from no environment variable, so that every child process
 * is told; `deno.json` alone would ask the registry for Fresh.
 */
export const CONFIG = fileURLToPath(
  new URL("../deno.local.json", import.meta.url),
);

/** Arguments for `deno` with the configuration put behind the subcommand: `run -A x.ts`, `test`, `serve`, … */
export function withConfig(
  [subcommand = "run", ...rest]: readonly string[],
): string[] {
  return [subcommand, "--config", CONFIG, ...rest];
}
