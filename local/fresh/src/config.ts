import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What `new App()` takes. */
export interface FreshConfig {
  /** The path under which the app is served, without a slash at its end. */
  basePath?: string;
  mode?: "development" | "production";
  /** Believe X-Forwarded-Proto and X-Forwarded-Host. */
  trustProxy?: boolean;
}

/** The configuration with its defaults filled in. */
export interface ResolvedFreshConfig {
  /** The project's folder. */
  root: string;
  basePath: string;
  mode: "development" | "production";
  trustProxy: boolean;
}

/** An absolute path from a path, a relative path or a file URL. */
export function parseDirPath(path: string, root: string): string {
  if (path.startsWith("file://")) return fileURLToPath(path);
  return isAbsolute(path) ? path : join(root, path);
}

/** Throws when an app could not be served under this path. */
export function validateBasePath(basePath: string): void {
  if (["", "/", "./"].includes(basePath)) return;
  const reason = !basePath.startsWith("/")
    ? 'Must be empty, "/", "./", or start with "/"'
    : basePath.endsWith("/")
    ? 'Must not end with "/" except for root path'
    : !/^\/[\w\-./]*$/.test(basePath)
    ? "Contains invalid characters"
    : null;
  if (reason) throw new Error(`Invalid basePath: "${basePath}". ${reason}`);
}
