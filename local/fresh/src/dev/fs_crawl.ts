import { relative } from "node:path";
import { CommandType } from "../commands.ts";
import { type FsAdapter, fsAdapter, type WalkEntry } from "../fs.ts";
import { type FsRouteFile, sortRoutePaths } from "../fs_routes.ts";
import { pathToPattern } from "../router.ts";

/** A file of `routes/` that has not been loaded. */
export type FsRouteFileNoMod<State> = Omit<FsRouteFile<State>, "mod"> & {
  /** Whether it is loaded on its first request. */
  lazy: boolean;
};

const PRIVATE_GROUP = /[/\\]\((_[^/\\]+)\)[/\\]/;

/** The files that are not pages. */
const SPECIAL: Record<string, CommandType> = {
  _middleware: CommandType.Middleware,
  _layout: CommandType.Layout,
  _app: CommandType.App,
  _404: CommandType.NotFound,
  _error: CommandType.Error,
  _500: CommandType.Error,
};

/** The files of `routes/` in the order of their registration; those in `(_islands)` are reported as islands. */
export async function crawlRouteDir<State>(
  fs: FsAdapter,
  routeDir: string,
  ignore: RegExp[],
  onIslandSpecifier: (spec: string) => void,
): Promise<FsRouteFileNoMod<State>[]> {
  const files: FsRouteFileNoMod<State>[] = [];
  await walkDir(fs, routeDir, async (entry) => {
    const group = entry.path.match(PRIVATE_GROUP)?.[1];
    if (group === "_islands") onIslandSpecifier(entry.path);
    if (!group) files.push(await describe(fs, routeDir, entry));
  }, ignore);
  return files.sort((a, b) => sortRoutePaths(a.id, b.id));
}

async function describe<State>(
  fs: FsAdapter,
  routeDir: string,
  entry: WalkEntry,
): Promise<FsRouteFileNoMod<State>> {
  const path = relative(routeDir, entry.path).replaceAll("\\", "/");
  const id = new URL(path, "http://localhost/").pathname.replace(
    /\.[^.]*$/,
    "",
  );
  const at = id.lastIndexOf("/");
  const type = SPECIAL[id.slice(at + 1)];
  const file = {
    id,
    filePath: entry.path.replaceAll("\\", "/"),
    lazy: false,
  };
  if (type === CommandType.App || type === CommandType.NotFound) {
    return { ...file, type, pattern: "*", routePattern: "*" };
  }
  if (type !== undefined) {
    const pattern = pathToPattern(id.slice(1, at), { keepGroups: true });
    return { ...file, type, pattern, routePattern: pattern };
  }
  const own = pathToPattern(id.slice(1), { keepGroups: true });
  // The page of a folder belongs to the folder's segment.
  const isIndex = id.endsWith("/index") && !own.endsWith("/");
  const code = await fs.readTextFile(entry.path);
  return {
    ...file,
    type: CommandType.Route,
    pattern: isIndex ? `${own}/` : own,
    routePattern: pathToPattern(id.slice(1)),
    // Its pattern has to be known before the first request.
    lazy: !code.includes("routeOverride"),
    overrideConfig: { methods: "ALL" },
  };
}

/** Calls back for each module below a folder; for none when there is no folder. */
export async function walkDir(
  fs: FsAdapter,
  dir: string,
  callback: (entry: WalkEntry) => void | Promise<void>,
  ignore: RegExp[],
): Promise<void> {
  if (!await fs.isDirectory(dir)) return;
  const exts = ["tsx", "jsx", "ts", "js"];
  for await (const entry of fs.walk(dir, { exts, skip: ignore })) {
    await callback(entry);
  }
}

/** A project's routes and islands. */
export async function crawlFsItem(
  options: { islandDir: string; routeDir: string; ignore: RegExp[] },
): Promise<{ islands: string[]; routes: FsRouteFileNoMod<unknown>[] }> {
  const { islandDir, routeDir, ignore } = options;
  const islands: string[] = [];
  const add = (path: string) => islands.push(path);
  await walkDir(fsAdapter, islandDir, ({ path }) => void add(path), ignore);
  const routes = await crawlRouteDir(fsAdapter, routeDir, ignore, add);
  return { islands: islands.sort(), routes };
}
