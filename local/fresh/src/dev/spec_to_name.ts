import { pathToExportName } from "../utils.ts";

const PACKAGE = /^(?:jsr:|npm:)?\/?(?:@([^/]+)\/)?([^@/]+)(?:@[^/]*)?(\/.*)?$/;

/** The name of an island's client file: its file's, or its package's. */
export function specToName(spec: string): string {
  if (/^(https?|file):/.test(spec)) {
    const { pathname, hostname } = new URL(spec);
    return pathToExportName(pathname === "/" ? hostname : decodeURI(pathname));
  }
  const match = spec.startsWith("/") ? null : spec.match(PACKAGE);
  if (!match) return pathToExportName(spec);
  const [, scope, name = "", path] = match;
  if (path !== undefined) return pathToExportName(path);
  return pathToExportName(scope ? `${scope}_${name}` : name);
}
