import { join } from "node:path";

/** What is data in the folder; the rest (fetched libraries, secrets, logs) stays when one begins anew. */
const DATA = ["supabase", "carriers"];

/** Holds the folder for this process, however it ends. Throws when another house has it. */
export async function lockData(folder: string): Promise<Deno.FsFile> {
  await Deno.mkdir(join(folder, "logs"), { recursive: true });
  const file = await Deno.open(join(folder, "lock"), {
    create: true,
    write: true,
  });
  if (await file.tryLock(true)) return file;
  file.close();
  throw new Error(
    `${folder} is used by another running house: end it, or choose another folder with --data`,
  );
}

/** A folder of its own below the system's, which Postgres' user can reach. */
export async function temporaryData(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "house-" });
  await Deno.chmod(folder, 0o711);
  return folder;
}

/** Removes the data, or the whole folder. */
export async function emptyData(folder: string, whole = false): Promise<void> {
  await removeLinked(join(folder, "supabase", "postgres"));
  const paths = whole ? [folder] : DATA.map((name) => join(folder, name));
  await Promise.all(paths.map(removeAll));
}

/** A cluster may lie elsewhere, behind a link, where Postgres' user can reach it. */
async function removeLinked(path: string): Promise<void> {
  const target = await Deno.realPath(path).catch(() => path);
  await removeAll(target);
}

async function removeAll(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
