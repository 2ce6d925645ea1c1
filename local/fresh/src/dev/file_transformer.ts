import { matchesGlob, relative } from "node:path";
import { BUILD_ID } from "../build_id.ts";
import type { FsAdapter } from "../fs.ts";
import { assetInternal } from "../runtime/shared_internal.ts";

export type TransformMode = "development" | "production";

/** Which static files a plugin takes. */
export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
  /** Patterns, globs, or the ends of paths. */
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

/** Passes static files through the plugins. */
export class FileTransformer {
  #transformers: Transformer[] = [];

  constructor(readonly fs: FsAdapter, readonly root: string) {}

  onTransform(options: OnTransformOptions, fn: TransformFn): void {
    this.#transformers.push({ options, fn });
  }

  /** The files that a static file becomes; null when no plugin takes it. */
  async process(
    path: string,
    mode: TransformMode,
    target: string | string[],
  ): Promise<ProcessedFile[] | null> {
    if (!this.#transformers.some(({ options }) => this.#takes(options, path))) {
      return null;
    }
    const content = await this.#read(path);
    if (content === null) return null;
    const file = { path, content, map: null, inputFiles: [path] };
    return await this.#pass(file, 0, mode, target);
  }

  async #read(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return await this.fs.readFile(path);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    }
  }

  /** Through the plugins from one on; what a plugin adds goes through all others. */
  async #pass(
    file: ProcessedFile,
    from: number,
    mode: TransformMode,
    target: string | string[],
    except?: Transformer,
  ): Promise<ProcessedFile[]> {
    let current = file;
    for (let i = from; i < this.#transformers.length; i++) {
      const transformer = this.#transformers[i];
      if (!transformer || transformer === except) continue;
      if (!this.#takes(transformer.options, current.path)) continue;
      const { path, content } = current;
      const result = await transformer.fn({
        path,
        root: this.root,
        target,
        mode,
        content,
        get text() {
          return decoder.decode(content);
        },
      });
      if (!result) continue;
      if (!Array.isArray(result)) {
        current = replaced(current, result);
        continue;
      }
      const parts: ProcessedFile[] = [];
      for (const part of result) {
        const next = replaced(current, part);
        parts.push(...await this.#pass(next, 0, mode, target, transformer));
      }
      return parts;
    }
    return [current];
  }

  #takes({ filter, exclude = [] }: OnTransformOptions, path: string): boolean {
    const local = relative(this.root, path);
    return new RegExp(filter).test(path) &&
      !exclude.some((pattern) =>
        pattern instanceof RegExp
          ? new RegExp(pattern).test(path)
          : path.endsWith(pattern) || matchesGlob(path, pattern) ||
            matchesGlob(local, pattern)
      );
  }
}

function replaced(
  file: ProcessedFile,
  { path = file.path, content, map }: OnTransformResult,
): ProcessedFile {
  return {
    path,
    content: bytes(content),
    map: map === undefined ? null : bytes(map),
    inputFiles: file.inputFiles,
  };
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
