/* The build puts the part of LiteRT here that starts its WebAssembly (dev.ts). */
