/** `fresh/dev`: what `dev.ts` of an app imports. */
export { Builder } from "./build/builder.ts";
export type {
  BuildOptions,
  TransformFn,
  TransformOptions,
} from "./build/options.ts";
