import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { versioned } from "../server/versioned.ts";
import type { Settings } from "./options.ts";
import { bundleScripts } from "./scripts.ts";
import { serverCode } from "./server_code.ts";
import { survey } from "./survey.ts";

/** A file that the built server serves. */
export interface Served {
  path: string;
  hash: string;
  /** Where it lies. */
  file: string;
}

/**
 * Builds the app: looks at its folders once, bundles the islands, transforms static files, and writes `server.js`
 * and what is not served as it lies. The build's key is a hash of all that browsers get, so that the same sources
 * have the same one.
 */
export async function make(
  settings: Settings,
  mode: "development" | "production",
): Promise<void> {
  const { root, outDir } = settings;
  await Deno.remove(join(outDir, "static"), { recursive: true }).catch(absent);
  await Deno.mkdir(outDir, { recursive: true });
  const found = await survey(root, settings.ignore);
  const [scripts, files] = await Promise.all([
    bundleScripts({
      ...settings,
      islands: found.islands,
      development: mode === "development",
    }),
    Promise.all(
      Array.from(found.files, (entry) => staticFile(settings, mode, ...entry)),
    ),
  ]);
  const key = createHash("sha1");
  for (const { name, content } of scripts) key.update(name).update(content);
  for (const { path, hash } of files) key.update(path).update(hash);
  const build = key.digest("hex");

  for (const { name, content } of scripts) {
    const path = `/_fresh/js/${build}/${name}`;
    const file = join(outDir, "static", path);
    await write(file, content);
    files.push({ path, hash: hashOf(content), file });
  }
  for (const file of files) await versionStyles(file, outDir, build);
  const code = serverCode({
    build,
    development: mode === "development",
    entry: settings.serverEntry,
    found,
    files,
    specifier: (path) => {
      const way = relative(outDir, path).replaceAll("\\", "/");
      return way.startsWith(".") ? way : `./${way}`;
    },
  });
  await Deno.writeTextFile(join(outDir, "server.js"), code);
}

async function staticFile(
  { transforms, outDir }: Settings,
  mode: "development" | "production",
  path: string,
  file: string,
): Promise<Served> {
  let content: string | Uint8Array<ArrayBuffer> = await Deno.readFile(file);
  let changed = false;
  for (const { filter, transform } of transforms) {
    if (!filter.test(file)) continue;
    const result = await transform({ path: pathToFileURL(file).href, mode });
    if (result) [content, changed] = [result.content, true];
  }
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  const place = changed ? join(outDir, "static", path) : file;
  if (changed) await write(place, bytes);
  return { path, hash: hashOf(bytes), file: place };
}

/** A style sheet names files as `asset()` does, so that both are one in the browser's cache. */
async function versionStyles(
  served: Served,
  outDir: string,
  build: string,
): Promise<void> {
  if (!served.path.endsWith(".css")) return;
  const styles = await Deno.readTextFile(served.file);
  const changed = styles.replaceAll(
    /url\((["']?)(\/[^"')]+)\1\)/g,
    (_, quote, path) => `url(${quote}${versioned(path, build)}${quote})`,
  );
  if (changed === styles) return;
  served.file = join(outDir, "static", served.path);
  await write(served.file, new TextEncoder().encode(changed));
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeFile(path, content);
}

function absent(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
