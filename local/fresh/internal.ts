/** `fresh/internal`: what the built `server.js` imports. */
export { serveBuild } from "./server/built.ts";
