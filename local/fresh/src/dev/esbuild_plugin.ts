import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, OnResolveArgs, Plugin, PluginBuild } from "esbuild";
import { fsAdapter } from "../fs.ts";
import { findConfig } from "./deno_json.ts";
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
  // Imports are resolved side by side: all wait for the one installation.
  let installing: Promise<boolean> | undefined;
  const install = () => installing ??= installInto(root);
  return {
    name: "fresh",
    setup(build) {
      build.onResolve(
        { filter: /.*/ },
        (args) => resolveFor(build, root, args, install),
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
  install: () => Promise<boolean>,
) {
  if (args.pluginData === PASSED_ON) return undefined;
  const { path, kind, importer } = args;
  const importerDir = importer ? dirname(importer) : root;
  // Within a package, its own names and the rules of Node.js hold.
  if (importerDir.includes("/node_modules/")) return undefined;
  const resolved = resolveImport(path, importerDir, root);
  if (resolved && "file" in resolved) return { path: resolved.file };

  const name = resolved?.npm ?? path;
  const pass = async (resolveDir: string) => {
    const pluginData = PASSED_ON;
    const found = { kind, importer, resolveDir, pluginData };
    const result = await build.resolve(name, found);
    return result.errors.length === 0 ? result : null;
  };
  // The project's own packages first: a linked module shares them.
  const find = async () => await pass(root) ?? await pass(importerDir);
  const found = await find() ?? (await install() ? await find() : null);
  if (found) return found;
  return {
    errors: [{
      text:
        `Could not resolve "${path}". Is it in deno.json and installed (deno install)?`,
    }],
  };
}

/** A project without node_modules has its packages where the bundler does not look: they are put there. */
async function installInto(root: string): Promise<boolean> {
  const config = findConfig(root, () => true);
  if (!config) return false;
  const cwd = dirname(config.path);
  if (await fsAdapter.isDirectory(join(cwd, "node_modules"))) return false;
  const args = ["install", "--quiet", "--node-modules-dir=auto"];
  const { success } = await new Deno.Command(Deno.execPath(), { args, cwd })
    .output();
  return success;
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
