import { Builder } from "fresh/dev";

/** Builds the app in a folder into another one. */
const [root, outDir] = Deno.args;
const ignore = [/[\\/]islands[\\/]parts[\\/]/];
await new Builder({ root, outDir, ignore }).build();
