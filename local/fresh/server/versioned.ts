/** The query parameter that carries the build's key, as Fresh names it. */
export const VERSION_PARAMETER = "__frsh_c";

/** Adds the build's key to an address from the root; others, and those that have one, stay as they are. */
export function versioned(path: string, id: string): string {
  if (id === "" || !path.startsWith("/") || path.startsWith("//")) return path;
  if (path.includes(VERSION_PARAMETER)) return path;
  const [, address = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(path) ?? [];
  const joint = address.includes("?") ? "&" : "?";
  return `${address}${joint}${VERSION_PARAMETER}=${id}${fragment}`;
}
