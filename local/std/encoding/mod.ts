/** The parts of std's encoding that this project uses, with std's names and signatures. */
export * from "./base64.ts";
export * from "./base64url.ts";
export * from "./hex.ts";
