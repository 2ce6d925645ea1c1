/** The parts of std's http that this project uses, with std's names and signatures. */
export * from "./cookie.ts";
export * from "./negotiation.ts";
export * from "./status.ts";
