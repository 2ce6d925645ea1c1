/*
 * The decoder of HEIC, libheif (LGPL-3.0, https://github.com/strukturag/libheif), a file of its own so that it can be
 * replaced: the build puts the library with its WebAssembly here (dev.ts). `libheif()` gives it, made once.
 */
import make from "libheif-js/libheif-wasm/libheif.js";
import wasmBinary from "libheif-js/libheif-wasm/libheif.wasm";

let made;
globalThis.libheif = () => made ??= make({ wasmBinary });
