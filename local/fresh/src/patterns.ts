/**
 * The URL pattern of a route file's path: `[id]` becomes `:id`, `[...rest]`
 * `:rest*`, `[[id]]` `{/:id}?`; `index` and, unless kept, `(groups)` vanish.
 * Throws SyntaxError when the names are ambiguous.
 */
export function pathToPattern(
  path: string,
  options?: { keepGroups: boolean },
): string {
  const parts = path.split("/");
  if (parts.at(-1) === "index") parts.pop();
  let route = "";
  let optional = true;
  for (const part of parts) {
    if (part.startsWith("[...") && part.endsWith("]")) {
      route += `/:${part.slice(4, -1)}*`;
    } else if (!(isGroup(part) && !options?.keepGroups)) {
      const pattern = partToPattern(part, path);
      if (!pattern.startsWith("{")) optional = false;
      route += pattern;
    }
  }
  // What is left when nothing of it is given is "/", not nothing.
  if (optional && route.startsWith("{/")) return `/{${route.slice(2)}`;
  return route === "" ? "/" : route;
}

function isGroup(part: string): boolean {
  return part.startsWith("(") && part.endsWith(")");
}

function partToPattern(part: string, path: string): string {
  if (part.includes("][")) {
    throw new SyntaxError(
      `Invalid route pattern: "${path}". A parameter cannot be followed by another parameter without any characters in between.`,
    );
  }
  const optional = part.match(/^\[\[([^[\]]*)\]\]$/);
  if (optional) return `{/:${optional[1]}}?`;
  if (part.includes("[[")) {
    throw new SyntaxError(
      `Invalid route pattern: "${path}". An optional parameter needs to be a full segment.`,
    );
  }
  const pattern = part.replaceAll(/\[([^[\]]*)\]/g, ":$1");
  if (pattern.includes("[") || pattern.includes("]")) {
    throw new SyntaxError(`Invalid route pattern: "${path}"`);
  }
  return `/${pattern}`;
}

/**
 * The segments whose middlewares and layouts apply to a pattern, from the
 * root on. The last one is the page's own and left out, unless asked for.
 * Optional groups, `{...}?`, do not make a segment.
 */
export function patternToSegments(
  path: string,
  root: string,
  includeLast = false,
): string[] {
  const out = [root];
  if (path === "/" || path === "*" || path === "/*") return out;
  const parts = path.replaceAll(/\{[^{}]*\}\??/g, "").split("/");
  if (parts[0] === "") parts.shift();
  const last = parts.pop();
  out.push(...parts);
  if (includeLast && last) out.push(last);
  return out;
}

/** Two patterns in one; `*` means "everything under", or nothing when an app is mounted. */
export function mergePath(
  basePath: string,
  path: string,
  isMounting: boolean,
): string {
  const base = basePath.endsWith("*") ? basePath.slice(0, -1) : basePath;
  const under = path === "*" ? (isMounting ? "" : "/*") : path;
  const start = base.endsWith("/") ? base.slice(0, -1) : base;
  return start + (start !== "" && under === "/" ? "" : under);
}

/** The pattern that is registered for a path. */
export function toRoutePath(path: string): string {
  return path === "" ? "*" : path;
}
