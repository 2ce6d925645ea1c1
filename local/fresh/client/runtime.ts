/** `fresh/runtime` in the browser. */
export const IS_BROWSER = true;

// Scripts lie in a folder that is named after the build.
const build = new URL(import.meta.url).pathname.split("/").at(-2);

/** The address of a static file with the build's key. */
export function asset(path: string): string {
  if (!path.startsWith("/") || path.startsWith("//")) return path;
  return `${path}${path.includes("?") ? "&" : "?"}__frsh_c=${build}`;
}
