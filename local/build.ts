import { createHash } from "node:crypto";
import { join } from "node:path";

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
  "deno.json",
  "dev.ts",
  "main.ts",
  "env.ts",
  "define.ts",
];

/**
 * Builds the app into `_fresh/` unless that was made from the same sources. Answers whether
 * it built. Throws with the builder's output when it fails.
 */
export async function buildApp(
  root: string,
  signal: AbortSignal,
): Promise<boolean> {
  await Deno.mkdir(join(root, ".local"), { recursive: true });
  using lock = await Deno.open(join(root, ".local", "build.lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true); // another house may be building the same folder
  const stamp = join(root, "_fresh", ".sources");
  const sources = await fingerprint(root);
  if (await Deno.readTextFile(stamp).catch(() => "") === sources) return false;
  const args = ["run", "-A", "dev.ts", "build"];
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
  await Deno.writeTextFile(stamp, sources);
  return true;
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
