import { join } from "node:path";
import { unsupported } from "../server/refuse.ts";

/** A file of `routes/`, and the folders' middlewares that stand before it: outermost first, the root's left out. */
export interface RouteFile {
  path: string;
  pattern: string;
  middlewares: string[];
}

/** What an app consists of, as one look at its folders finds it. Paths are absolute. */
export interface Survey {
  app?: string;
  failure?: string;
  middlewares: string[];
  routes: RouteFile[];
  /** By the name of their script. */
  islands: Map<string, string>;
  /** By their path on the server. */
  files: Map<string, string>;
}

/** Whether a file counts as a route or an island. */
type Counts = (path: string) => boolean;

/** Looks at `routes/`, `islands/` and `static/`. Throws for a file whose name asks for what is not supported. */
export async function survey(root: string, ignore: RegExp[]): Promise<Survey> {
  const counts = (path: string) =>
    /\.(tsx?|jsx?)$/.test(path) && !ignore.some((one) => one.test(path));
  const found: Survey = {
    middlewares: [],
    routes: [],
    islands: new Map(),
    files: new Map(),
  };
  await readRoutes(join(root, "routes"), [], null, found, counts);
  const islands = join(root, "islands");
  for (const path of await filesBelow(islands)) {
    if (!counts(path)) continue;
    const name = path.slice(islands.length + 1).replace(/\.\w+$/, "")
      .replaceAll(/[\\/]/g, "-");
    found.islands.set(name, path);
  }
  const files = join(root, "static");
  for (const path of await filesBelow(files)) {
    found.files.set(path.slice(files.length).replaceAll("\\", "/"), path);
  }
  return found;
}

async function readRoutes(
  folder: string,
  segments: string[],
  above: string[] | null,
  found: Survey,
  counts: Counts,
): Promise<void> {
  const entries = await entriesOf(folder);
  const own = entries.filter(({ name }) => /^_middleware\.tsx?$/.test(name))
    .map(({ name }) => join(folder, name));
  if (above === null) found.middlewares = own;
  const middlewares = above === null ? [] : [...above, ...own];
  for (const { name, isDirectory } of entries) {
    const path = join(folder, name);
    if (isDirectory) {
      const below = [...segments, segment(name)];
      await readRoutes(path, below, middlewares, found, counts);
      continue;
    }
    const stem = name.replace(/\.\w+$/, "");
    if (!counts(path) || stem === "_middleware") continue;
    if (stem === "_app" && above === null) found.app = path;
    else if (stem === "_error" && above === null) found.failure = path;
    else if (stem.startsWith("_")) throw unsupported(`routes: ${path}`);
    else {
      const parts = stem === "index" ? segments : [...segments, segment(stem)];
      const pattern = `/${parts.join("/")}`;
      found.routes.push({ path, pattern, middlewares });
    }
  }
}

/** `[id]` is a name; anything else with such a sign is of a kind that is not supported. */
function segment(name: string): string {
  const [, parameter] = /^\[(\w+)\]$/.exec(name) ?? [];
  if (parameter !== undefined) return `:${parameter}`;
  if (/[()[\]:*]|^_/.test(name)) throw unsupported(`routes: ${name}`);
  return name;
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const { name, isDirectory } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (isDirectory) files.push(...await filesBelow(path));
    else files.push(path);
  }
  return files;
}
