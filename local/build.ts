import { createHash } from "node:crypto";
import { join } from "node:path";
import { withConfig } from "./deno.ts";

/** What the build is made from: folders and files below the repository's root. */
const SOURCES = [
  "routes",
  "islands",
  "components",
  "domain",
  "services",
  "browser",
  "jobs",
  "i18n",
  "static",
  "local/fresh",
  "local/std",
  "deno.local.json",
  "deno.local.lock",
  "dev.ts",
  "main.ts",
  "env.ts",
  "define.ts",
];

/** After so long without a start a build is removed, in milliseconds. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** Where the app was built, and whether that was done now. */
export interface Build {
  server: string;
  built: boolean;
}

/**
 * Builds the app into a folder named after its sources, unless it is there: another house may be running an older
 * one. Throws with the builder's output when it fails.
 */
export async function buildApp(
  root: string,
  signal: AbortSignal,
): Promise<Build> {
  const builds = join(root, ".local", "build");
  await Deno.mkdir(builds, { recursive: true });
  using lock = await Deno.open(join(root, ".local", "build.lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true); // another house may be building the same folder
  await removeOld(builds);
  const folder = join(builds, (await fingerprint(root)).slice(0, 16));
  const server = join(folder, "server.js");
  const stamp = join(folder, ".complete");
  if (await Deno.stat(stamp).catch(() => null)) {
    await Deno.utime(folder, new Date(), new Date());
    return { server, built: false };
  }
  const args = withConfig(["run", "-A", "dev.ts", "build", folder]);
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    signal,
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  if (!success) {
    const [out, err] = [stdout, stderr].map((bytes) =>
      new TextDecoder().decode(bytes)
    );
    throw new Error(`The app cannot be built:\n${out}${err}`);
  }
  await Deno.writeTextFile(stamp, "");
  return { server, built: true };
}

async function removeOld(builds: string): Promise<void> {
  for await (const { name } of Deno.readDir(builds)) {
    const path = join(builds, name);
    const { mtime } = await Deno.stat(path);
    if (Date.now() - Number(mtime) > KEPT) {
      await Deno.remove(path, { recursive: true });
    }
  }
}

/** A hash over the names and contents of all sources. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of (await filesOf(join(root, source))).sort()) {
      hash.update(`${path.slice(root.length)}\0`).update(
        await Deno.readFile(path),
      );
    }
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory) return /_test\.tsx?$/.test(path) ? [] : [path];
  const files: string[] = [];
  for await (const { name } of Deno.readDir(path)) {
    files.push(...await filesOf(join(path, name)));
  }
  return files;
}
