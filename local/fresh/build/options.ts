/** A file of `static/`, as a transformation gets it. */
export interface TransformOptions {
  path: string;
  mode: "development" | "production";
}

/** Gives back what is served in the file's place; nothing leaves it as it is. */
export type TransformFn = (
  file: TransformOptions,
) => Transformed | void | Promise<Transformed | void>;

/** What is served in the place of a static file. */
export interface Transformed {
  content: string | Uint8Array<ArrayBuffer>;
}

/** Where an app lies, and what its scripts are written for. */
export interface BuildOptions {
  /** The app's folder, as a path or a `file:` address; the current one by default. */
  root?: string;
  /** Where the build is written: `_fresh` below the root by default. */
  outDir?: string;
  /** The module that exports `app`: `main.ts` by default. */
  serverEntry?: string;
  /** The oldest browsers, as esbuild names them. */
  target?: string | string[];
  /** Files that are neither routes nor islands, by their path: tests by default. */
  ignore?: RegExp[];
}

/** All settings, with folders as absolute paths. */
export interface Settings {
  root: string;
  outDir: string;
  serverEntry: string;
  target: string[];
  ignore: RegExp[];
  transforms: { filter: RegExp; transform: TransformFn }[];
}
