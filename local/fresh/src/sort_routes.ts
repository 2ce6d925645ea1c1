/**
 * The order in which route files are registered: `_app`, then in each folder
 * its own files before the folders below; `_middleware`, `_layout`, `_error`,
 * `index`, names, `[param]`, `[...rest]`; groups `(x)` after names and before
 * parameters, whatever they contain.
 */
export function sortRoutePaths(a: string, b: string): number {
  const appA = isApp(a), appB = isApp(b);
  if (appA || appB) return appA ? -1 : 1;

  let atStart = false;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.charAt(i), y = b.charAt(i);
    if (x === "(" && y !== "(") return y === "[" ? -1 : 1;
    if (y === "(" && x !== "(") return x === "[" ? 1 : -1;
    if (x === "/" || y === "/") {
      if (x !== "/") return 1;
      if (y !== "/") return -1;
      atStart = true;
      continue;
    }
    if (atStart) {
      atStart = false;
      const difference = rank(b, i) - rank(a, i);
      if (difference !== 0) return difference;
      if (x === y) continue;
    }
    // A folder's name that continues another one's has no order of its own.
    if (x !== y) return x < y ? 0 : 1;
    // The longer one is the more specific one.
    const endA = i === a.length - 1, endB = i === b.length - 1;
    if (endA !== endB) return endA ? 1 : -1;
  }
  return 0;
}

function isApp(path: string): boolean {
  return path.endsWith("_app");
}

/** The higher, the earlier. */
function rank(path: string, at: number): number {
  if (path.startsWith("_m", at)) return 6;
  if (path.startsWith("_e", at)) return 4;
  if (path.startsWith("_", at)) return 5;
  if (path.startsWith("[.", at)) return 0;
  if (path.startsWith("[", at)) return 1;
  return path.slice(at) === "index" ? 3 : 2;
}
