import { Builder } from "fresh/dev";

/** The dev server of the app in a folder. */
await new Builder({ root: Deno.args[0] }).listen(() => Promise.resolve());
