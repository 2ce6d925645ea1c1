import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, OnResolveArgs, Plugin, PluginBuild } from "esbuild";
import { resolveImport } from "./resolve.ts";

const BUILD_ID_MODULE = fileURLToPath(
  new URL("../build_id.ts", import.meta.url),
);

/** Marks what is passed on to esbuild, so that it does not come back here. */
const PASSED_ON = Symbol("passed on");

const PUBLIC_ENV =
  /Deno\.env\.get\(\s*(["'`])(FRESH_PUBLIC_\w+)\1\s*\)|process\.env\.(FRESH_PUBLIC_\w+)/g;

/** Resolves imports as Deno does, with the build's id and public variables in their places. */
export function denoPlugin(root: string, buildId: string): Plugin {
  return {
    name: "fresh",
    setup(build) {
      build.onResolve(
        { filter: /.*/ },
        (args) => resolveFor(build, root, args),
      );
      build.onLoad(
        { filter: /build_id\.ts$/ },
        ({ path }) =>
          path === BUILD_ID_MODULE
            ? {
              contents: `export const BUILD_ID = ${JSON.stringify(buildId)};`,
            }
            : undefined,
      );
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, async ({ path }) => {
        const text = await Deno.readTextFile(path);
        if (!text.includes("FRESH_PUBLIC_")) return undefined;
        return { contents: inlineEnv(text), loader: loaderOf(path) };
      });
    },
  };
}

async function resolveFor(
  build: PluginBuild,
  root: string,
  args: OnResolveArgs,
) {
  if (args.pluginData === PASSED_ON) return undefined;
  const { path, kind, importer } = args;
  const importerDir = importer ? dirname(importer) : root;
  // Within a package, its own names and the rules of Node.js hold.
  if (importerDir.includes("/node_modules/")) return undefined;
  const resolved = resolveImport(path, importerDir, root);
  if (resolved && "file" in resolved) return { path: resolved.file };

  const name = resolved?.npm ?? path;
  const pass = (resolveDir: string) =>
    build.resolve(name, { kind, importer, resolveDir, pluginData: PASSED_ON });
  // The project's own packages first: a linked module shares them.
  const found = await pass(root);
  if (found.errors.length === 0) return found;
  const second = await pass(importerDir);
  if (second.errors.length === 0) return second;
  return {
    errors: [{
      text:
        `Could not resolve "${path}". Is it in deno.json, with "nodeModulesDir": "auto", and installed (deno install)?`,
    }],
  };
}

/** The values of FRESH_PUBLIC_* variables as constants. */
function inlineEnv(text: string): string {
  return text.replaceAll(PUBLIC_ENV, (_all, _quote, first, second) => {
    const value = Deno.env.get(first ?? second);
    return value === undefined ? "undefined" : JSON.stringify(value);
  });
}

function loaderOf(path: string): Loader {
  const extension = extname(path).slice(1).replace(/^[cm]/, "");
  // The filter lets through these extensions only.
  return extension as Loader;
}
