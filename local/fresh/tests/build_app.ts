import { Builder } from "fresh/dev";

/** Builds the app in a folder into another one. */
const [root, outDir] = Deno.args;
await new Builder({ root, outDir }).build();
