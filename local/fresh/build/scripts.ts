import {
  build,
  type BuildContext,
  type BuildOptions,
  context,
  type Plugin,
  stop,
} from "esbuild";
import { fileURLToPath } from "node:url";
import { unsupported } from "../server/refuse.ts";
import { resolver, tryResolve } from "./imports.ts";

/** A script for the browser. */
export interface Script {
  /** In the folder of scripts: `boot.js`. */
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

/** What is bundled. */
export interface ScriptOptions {
  root: string;
  islands: Map<string, string>;
  target: string[];
  development: boolean;
}

/** The browser's part of this edition, which may lie on a registry: `boot` starts the islands of a page. */
const OWN = {
  boot: new URL("../client/boot.ts", import.meta.url),
  "fresh/runtime": new URL("../client/runtime.ts", import.meta.url),
};

/** Bundles the islands, each a script of its own; what several need is a chunk. Throws esbuild's errors. */
export async function bundleScripts(options: ScriptOptions): Promise<Script[]> {
  if (options.islands.size === 0) return [];
  const { outputFiles } = await bundle(options.development, {
    absWorkingDir: options.root,
    entryPoints: { boot: "boot", ...Object.fromEntries(options.islands) },
    outdir: options.root,
    entryNames: "[name]",
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: options.target,
    minify: !options.development,
    sourcemap: options.development ? "inline" : false,
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
    plugins: [await importsOfApp(options.root)],
  });
  return outputFiles.map(({ path, contents }) => ({
    name: path.slice(options.root.length + 1).replaceAll("\\", "/"),
    content: new Uint8Array(contents),
  }));
}

/** What a dev server bundled last, and goes on from: for these entries. */
let last: { entries: string; context: BuildContext<InMemory> } | undefined;

type InMemory = BuildOptions & { write: false };

async function bundle(again: boolean, options: InMemory) {
  if (!again) return await build(options);
  const entries = JSON.stringify(options.entryPoints);
  if (last?.entries !== entries) {
    await last?.context.dispose();
    last = { entries, context: await context(options) };
  }
  return await last.context.rebuild();
}

/** Ends esbuild's process. */
export async function endBundler(): Promise<void> {
  await stop();
}

/** Resolves what is no path: the framework's own modules, and what the import map has. */
async function importsOfApp(root: string): Promise<Plugin> {
  const resolve = await resolver();
  return {
    name: "imports of the app",
    setup(bundler) {
      bundler.onResolve(
        { filter: /^[^./]/ },
        ({ path, kind, resolveDir }) => {
          if (path in OWN) return { path, namespace: "fresh" };
          if (kind === "entry-point") return;
          // As files on a registry name packages: the app has the same ones.
          const [, name, part = ""] =
            /^npm:((?:@[^/]+\/)?[^@/]+)@[^/]+(\/.*)?$/.exec(path) ?? [];
          if (name) {
            return bundler.resolve(name + part, { kind, resolveDir: root });
          }
          if (resolveDir.includes("node_modules")) return;
          const target = tryResolve(resolve, path);
          if (target?.startsWith("jsr:") || target?.startsWith("http")) {
            throw unsupported(`${path} (${target}) in the browser`);
          }
          if (!target?.startsWith("file:")) return;
          if (target.includes("/node_modules/")) return;
          return { path: fileURLToPath(target) };
        },
      );
      bundler.onLoad(
        { filter: /.*/, namespace: "fresh" },
        async ({ path }) => ({
          contents: await (await fetch(OWN[path as keyof typeof OWN])).text(), // onResolve lets only these in
          loader: "ts",
          resolveDir: root,
        }),
      );
    },
  };
}
