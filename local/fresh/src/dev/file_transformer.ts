import { matchesGlob } from "node:path";
import { BUILD_ID } from "../build_id.ts";
import type { FsAdapter } from "../fs.ts";
import { assetInternal } from "../runtime/shared_internal.ts";

export type TransformMode = "development" | "production";

/** Which static files a plugin takes. */
export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
  /** Patterns, globs, or parts of paths. */
  exclude?: (string | RegExp)[];
}

/** What a plugin is given. */
export interface OnTransformArgs {
  path: string;
  root: string;
  target: string | string[];
  mode: TransformMode;
  /** The content as text. */
  readonly text: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** What a plugin gives back: the file anew, or another one in its place. */
export interface OnTransformResult {
  content: string | Uint8Array<ArrayBuffer>;
  path?: string;
  map?: string | Uint8Array<ArrayBuffer>;
}

/** A plugin; without a result the file stays as it is. */
export type TransformFn = (args: OnTransformArgs) =>
  | void
  | OnTransformResult
  | (OnTransformResult & { path: string })[]
  | Promise<
    void | OnTransformResult | (OnTransformResult & { path: string })[]
  >;

/** A file as the plugins leave it. */
export interface ProcessedFile {
  path: string;
  content: Uint8Array<ArrayBuffer>;
  map: Uint8Array<ArrayBuffer> | null;
  inputFiles: string[];
}

interface Transformer {
  options: OnTransformOptions;
  fn: TransformFn;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Pending extends ProcessedFile {
  changed: boolean;
}

/** Passes static files through the plugins. */
export class FileTransformer {
  #transformers: Transformer[] = [];

  constructor(readonly fs: FsAdapter, readonly root: string) {}

  onTransform(options: OnTransformOptions, fn: TransformFn): void {
    this.#transformers.push({ options, fn });
  }

  /** What the plugins make of a static file; null when they leave it as it is. */
  async process(
    path: string,
    mode: TransformMode,
    target: string | string[],
  ): Promise<ProcessedFile[] | null> {
    if (!this.#transformers.some((it) => takes(it, path))) return null;
    const content = await this.#read(path);
    if (content === null) return null;
    const out: ProcessedFile[] = [];
    const seen = new Set<string>();
    const queue: Pending[] = [
      { path, content, map: null, inputFiles: [path], changed: false },
    ];
    for (let file = queue.pop(); file; file = queue.pop()) {
      if (seen.has(file.path)) continue;
      seen.add(file.path);
      for (const transformer of this.#transformers) {
        if (!takes(transformer, file.path)) continue;
        const { content } = file;
        const result = await transformer.fn({
          path: file.path,
          root: this.root,
          target,
          mode,
          content,
          get text() {
            return decoder.decode(content);
          },
        });
        if (result) apply(file, result, queue);
      }
      const { changed, ...rest } = file;
      if (changed) out.push(rest);
    }
    return out.length > 0 ? out : null;
  }

  async #read(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return await this.fs.readFile(path);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    }
  }
}

/** One result is the file anew; several are files of their own, that go through all plugins. */
function apply(
  file: Pending,
  result: OnTransformResult | OnTransformResult[],
  queue: Pending[],
): void {
  for (const { path = file.path, content, map } of [result].flat()) {
    let target = file;
    if (Array.isArray(result) && path !== file.path) {
      const waiting = queue.find((other) => other.path === path);
      target = waiting ?? { ...file };
      if (!waiting) queue.push(target);
    }
    Object.assign(target, {
      path,
      content: bytes(content),
      map: map === undefined ? null : bytes(map),
      changed: true,
    });
  }
}

function takes({ options }: Transformer, path: string): boolean {
  const { filter, exclude = [] } = options;
  return new RegExp(filter).test(path) &&
    !exclude.some((pattern) =>
      pattern instanceof RegExp
        ? new RegExp(pattern).test(path)
        : path.includes(pattern) || matchesGlob(path, pattern)
    );
}

function bytes(
  content: string | Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? encoder.encode(content) : content;
}

/** Locks the root-relative URLs of stylesheets to the build. */
export function cssAssetHash(transformer: FileTransformer): void {
  transformer.onTransform(
    { pluginName: "fresh-css", filter: /\.css$/ },
    ({ text }) => ({
      content: text.replaceAll(
        /url\((["']?)(\/[^/"')\s][^"')\s]*)\1\)/g,
        (_, _quote, path) =>
          `url(${JSON.stringify(assetInternal(path, BUILD_ID))})`,
      ),
    }),
  );
}
