import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { reachableByAll } from "./postgres_binaries.ts";

/** A folder that Postgres' user can reach: below the one asked for, or linked from there when that is closed to it. */
export async function homeFolder(
  directory: string,
  asRoot: boolean,
): Promise<string> {
  await Deno.mkdir(directory, { recursive: true });
  const wanted = join(directory, "postgres");
  if (!await exists(wanted)) {
    if (asRoot && !reachableByAll(directory)) {
      const elsewhere = `/var/lib/local-postgres/${crypto.randomUUID()}`;
      await Deno.mkdir(elsewhere, { recursive: true });
      await Deno.symlink(elsewhere, wanted);
    } else await Deno.mkdir(wanted);
  }
  const home = await Deno.realPath(wanted);
  if (asRoot) await Deno.chmod(home, 0o711);
  if (asRoot && !reachableByAll(dirname(home))) {
    throw new Error(
      `${home} cannot be reached by Postgres, which does not run as root: choose another data folder`,
    );
  }
  return home;
}

/** How long a folder that was let go may still look held, in milliseconds. */
const LET_GO_MS = 2_000;

/**
 * Held as long as this process lives, however it ends: two servers on one cluster would be its end.
 * A program that this process starts has the lock too until it is another program, so it is asked for more than once.
 */
export async function lockFolder(home: string): Promise<Deno.FsFile> {
  const file = await Deno.open(join(home, "lock"), {
    create: true,
    write: true,
  });
  for (const end = Date.now() + LET_GO_MS; Date.now() < end; await delay(20)) {
    if (await file.tryLock(true)) return file;
  }
  file.close();
  throw new Error(`${home} is used by another running Postgres`);
}

/** Whether something is there. */
export function exists(path: string): Promise<boolean> {
  return Deno.stat(path).then(() => true, () => false);
}
