import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** A file of the repository, with its text. */
export interface TreeFile {
  /** From the repository's root, with `/`. */
  path: string;
  text: string;
}

/** Every tracked text file. Throws outside of a clone: what is checked is what others get. */
export async function trackedFiles(): Promise<TreeFile[]> {
  const { success, stdout } = await new Deno.Command("git", {
    args: ["ls-files", "-z"],
    cwd: fileURLToPath(root),
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("git ls-files failed: is this a clone?");
  const paths = new TextDecoder().decode(stdout).split("\0").filter(Boolean);
  const files = await Promise.all(paths.map(read));
  return files.filter((file) => file !== null);
}

/** Null for a picture, a sound or a font, and for a file that is deleted and not committed yet. */
async function read(path: string): Promise<TreeFile | null> {
  try {
    const bytes = await Deno.readFile(new URL(encodeURI(path), root));
    if (bytes.includes(0)) return null;
    return { path, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Tests and what only they use: they may reach into every room. */
export function isTest(path: string): boolean {
  return /^(tests|bench)\/|_test\.tsx?$|\/tests\/|(^|\/)\w*(testing|test_utils)\w*\.(ts|js)$/
    .test(path);
}

/** TypeScript that is part of the app: not a test, and not of the world around it. */
export function isApp({ path }: TreeFile): boolean {
  return /\.tsx?$/.test(path) && !isTest(path) && !/^(local|docs)\//.test(path);
}

/** The files of the repository that a file imports, from the root; packages are left out. */
export function importsOf({ path, text }: TreeFile): string[] {
  const specifiers = text.matchAll(
    /(?:^|[\s;}])(?:import|from)\s*\(?\s*"([^"]+)"/g,
  );
  return [...specifiers].flatMap(([, specifier = ""]) => {
    if (specifier.startsWith("@/")) return [specifier.slice(2)];
    if (!specifier.startsWith(".")) return [];
    return [new URL(specifier, `file:///${path}`).pathname.slice(1)];
  });
}

/** The first folder of a path, or the file itself at the root. */
export function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** `file:line` of each place that matches; made for a failed test's message. */
export function placesOf(
  files: readonly TreeFile[],
  pattern: RegExp,
): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1}`] : []
    )
  );
}
