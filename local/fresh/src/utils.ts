import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lazy, MaybeLazy } from "./types.ts";

/** Whether the value is loaded on its first use. */
export function isLazy<T>(value: MaybeLazy<T>): value is Lazy<T> {
  return typeof value === "function";
}

/** A file's name as a JavaScript identifier: without folder and extension. */
export function pathToExportName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return name.replace(/^\d|[^\w$]/g, "_").replace(/_{2,}/g, "_");
}

/** How a module in `from` imports a path, a file URL or another specifier. */
export function pathToSpec(from: string, spec: string): string {
  if (spec.startsWith("file:")) spec = fileURLToPath(spec);
  else if (/^(https?|jsr|npm):/.test(spec)) return spec;
  const path = isAbsolute(spec) ? relative(from, spec) : spec;
  return path.startsWith(".") ? path : `./${path}`;
}

// Those of every edition of the language, as in Fresh.
const RESERVED = new Set(
  ("abstract arguments as async await boolean break byte case catch char class const continue debugger default delete do double else enum eval export extends false final finally float for from function get goto if implements import in instanceof int interface let long native new null of package private protected public return set short static super switch synchronized this throw throws transient true try typeof var void volatile while with yield")
    .split(" "),
);

/** Hands out identifiers, each once. */
export class UniqueNamer {
  #seen = new Map<string, number>();

  /** `foo`, then `foo_1`, `foo_2`; what is not an identifier is made one. */
  getUniqueName(name: string): string {
    let safe = name.replace(/[^\w$]+/g, "_");
    if (/^\d/.test(safe) || RESERVED.has(safe)) safe = `_${safe}`;
    const count = this.#seen.get(safe);
    this.#seen.set(safe, (count ?? 0) + 1);
    return count === undefined ? safe : `${safe}_${count}`;
  }
}

/** Text that cannot end the script or style element it is put into. */
export function escapeScript(
  content: string,
  options: { json?: boolean } = {},
): string {
  if (!content.includes("<")) return content;
  return content
    .replaceAll("<!--", options.json ? "\\u003C!--" : "\\x3C!--")
    .replaceAll(/<\/(script|style)/gi, "<\\/$1");
}
