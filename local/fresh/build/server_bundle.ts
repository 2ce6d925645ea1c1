import { type BuildContext, context, type Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolver, tryResolve } from "./imports.ts";

/**
 * The server as one module, and one for each part that is loaded when it is needed, in a browser perhaps: Deno takes ten
 * times as long to load its hundreds of files one by one.
 */
export class ServerBundle implements AsyncDisposable {
  /** Where the bundle is written. */
  readonly file: string;
  /** The packages that the server imports when it starts, as addresses of files. */
  readonly packages: Set<string>;
  #context: BuildContext;

  private constructor(
    file: string,
    packages: Set<string>,
    context: BuildContext,
  ) {
    [this.file, this.packages, this.#context] = [file, packages, context];
  }

  /** Made once for `server`; {@link write} then bundles what the sources have become. */
  static async of(server: string, root: string): Promise<ServerBundle> {
    const packages = new Set<string>();
    const file = join(dirname(server), "bundled.js");
    const bundler = await context({
      absWorkingDir: root,
      entryPoints: [{ in: server, out: "bundled" }],
      outdir: dirname(server),
      chunkNames: "bundled-[hash]",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "neutral",
      target: "esnext",
      sourcemap: "inline",
      sourcesContent: false,
      jsx: "automatic",
      jsxImportSource: "preact",
      logLevel: "silent",
      plugins: [await asDenoLoads(packages)],
    });
    return new ServerBundle(file, packages, bundler);
  }

  /** Bundles once more. Throws esbuild's errors, which name file and line. */
  async write(): Promise<void> {
    await this.#context.rebuild();
  }

  async [Symbol.asyncDispose]() {
    await this.#context.dispose();
  }
}

/** The app's own files go into the bundle, as if each lay where it lies; packages stay outside, and are noted. */
async function asDenoLoads(packages: Set<string>): Promise<Plugin> {
  const resolve = await resolver();
  const known = new Map<string, string | undefined>();
  const resolved = (specifier: string) => {
    if (!known.has(specifier)) {
      known.set(specifier, tryResolve(resolve, specifier));
    }
    return known.get(specifier);
  };
  return {
    name: "as Deno loads",
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point") return;
        const target = resolved(path);
        if (!target?.startsWith("file:")) return { path, external: true };
        if (!target.includes("/node_modules/")) {
          return { path: fileURLToPath(target) };
        }
        // What is loaded when it is needed is not needed for a start.
        if (kind === "import-statement") packages.add(target);
        return { path: target, external: true };
      });
      bundler.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes("import.meta")) return;
        const own = JSON.stringify(pathToFileURL(path).href);
        return {
          contents: text.replaceAll("import.meta.url", own),
          loader: path.endsWith("x") ? "tsx" : "ts",
        };
      });
    },
  };
}
