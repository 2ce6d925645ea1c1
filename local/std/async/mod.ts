/** The parts of std's async that this project uses, with std's names and signatures. */
export * from "./abortable.ts";
export * from "./deadline.ts";
export * from "./debounce.ts";
export * from "./delay.ts";
export * from "./pool.ts";
export * from "./retry.ts";
