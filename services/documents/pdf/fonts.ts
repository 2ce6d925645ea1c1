import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";

/** Regular and bold, read once (`services/documents/fonts/README.md`). */
export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

let read: Fonts | undefined;

/** The fonts of every document. */
export function fonts(): Fonts {
  return read ??= { regular: font("regular"), bold: font("bold") };
}

function font(name: string): Buffer {
  return readFileSync(new URL(`../fonts/${name}.ttf`, import.meta.url));
}
