import { basename, extname, relative } from "node:path";
import * as esbuild from "esbuild";
import { denoPlugin } from "./esbuild_plugin.ts";
import { forgetProjects } from "./resolve.ts";

/** What to bundle, and how. */
export interface FreshBundleOptions {
  dev: boolean;
  cwd: string;
  buildId: string;
  /** Modules by the names of their files. */
  entryPoints: Record<string, string>;
  target: string | string[];
  jsxImportSource?: string;
  /** See https://esbuild.github.io/api/#source-maps */
  sourceMap?: {
    kind: esbuild.BuildOptions["sourcemap"];
    sourceRoot?: string;
    sourcesContent?: boolean;
  };
}

/** What the bundler has made. */
export interface BuildOutput {
  /** The file of each entry point, by its name. */
  entryToChunk: Map<string, string>;
  files: {
    path: string;
    contents: Uint8Array<ArrayBuffer>;
    hash: string | null;
  }[];
}

let running = 0;

/** Builds, and stops esbuild's process when no other build needs it. */
async function withService<T extends esbuild.BuildOptions>(
  options: esbuild.SameShape<esbuild.BuildOptions, T>,
): Promise<esbuild.BuildResult<T>> {
  running++;
  try {
    return await esbuild.build(options);
  } finally {
    if (--running === 0) await esbuild.stop();
  }
}

/** Bundles modules for the browser; what several of them share becomes a chunk. */
export async function bundleJs(
  options: FreshBundleOptions,
): Promise<BuildOutput> {
  const { dev, cwd, sourceMap } = options;
  forgetProjects();
  const nodeEnv = dev ? "development" : "production";
  const { outputFiles, metafile } = await withService({
    entryPoints: options.entryPoints,
    platform: "browser",
    target: options.target,
    format: "esm",
    bundle: true,
    splitting: true,
    treeShaking: true,
    sourcemap: dev ? "linked" : sourceMap?.kind,
    sourceRoot: dev ? undefined : sourceMap?.sourceRoot,
    sourcesContent: dev ? undefined : sourceMap?.sourcesContent,
    minify: !dev,
    jsx: "automatic",
    jsxDev: dev,
    jsxImportSource: options.jsxImportSource ?? "preact",
    // Deno's configuration is not TypeScript's: nothing is read from a tsconfig.
    tsconfigRaw: {},
    absWorkingDir: cwd,
    outdir: ".",
    write: false,
    metafile: true,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": JSON.stringify(nodeEnv) },
    plugins: [denoPlugin(cwd, options.buildId)],
  });
  const entryToChunk = new Map<string, string>();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const name = basename(path, extname(path));
    if (output.entryPoint !== undefined && name in options.entryPoints) {
      entryToChunk.set(name, path);
    }
  }
  const files: BuildOutput["files"] = outputFiles.map((file) => ({
    path: relative(cwd, file.path),
    contents: new Uint8Array(file.contents),
    hash: file.hash,
  }));
  const contents = new TextEncoder().encode(JSON.stringify(metafile));
  files.push({ path: "metafile.json", contents, hash: null });
  return { entryToChunk, files };
}
