export {
  Builder,
  type BuildOptions,
  type ResolvedBuildConfig,
} from "./builder.ts";
export type { FreshBundleOptions } from "./esbuild.ts";
export type {
  OnTransformArgs,
  OnTransformOptions,
  OnTransformResult,
  TransformFn,
  TransformMode,
} from "./file_transformer.ts";
