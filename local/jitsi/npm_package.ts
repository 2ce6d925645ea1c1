import { createHash } from "node:crypto";

/** A file of an npm package, and the integrity that the package must have. */
export interface PackedFile {
  spec: string;
  integrity: string;
  file: string;
}

/**
 * Brings one file of a package, unpacking it below `folder`. npm packs it, as it knows the
 * user's registry; it needs no install, which Deno refuses for git dependencies.
 * Throws when the registry cannot be reached or the package is not the pinned one.
 */
export async function fetchPackedFile(
  folder: string,
  { spec, integrity, file }: PackedFile,
  signal: AbortSignal,
): Promise<string> {
  const target = await Deno.makeTempDir({ dir: folder });
  const npm = ["run", "-A", "npm:npm@11", "pack", spec, "--pack-destination"];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...npm, target],
    stdin: "null",
    signal,
  }).output();
  const why = new TextDecoder().decode(stderr).slice(-500);
  if (!success) throw new Error(`npm pack ${spec} failed: ${why}`);
  const [packed] = Array.from(Deno.readDirSync(target));
  const bytes = await Deno.readFile(`${target}/${packed?.name}`);
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== integrity) {
    throw new Error(`${spec} has integrity ${found}, not the pinned one`);
  }
  const unpacking = new DecompressionStream("gzip");
  const tar = new Response(new Blob([bytes]).stream().pipeThrough(unpacking));
  return new TextDecoder().decode(entry(await tar.bytes(), file));
}

/** One file of a tar archive (POSIX ustar: 512-byte headers, name at 0, octal size at 124). */
function entry(tar: Uint8Array<ArrayBuffer>, file: string): Uint8Array {
  const text = (from: number, length: number) =>
    new TextDecoder().decode(tar.subarray(from, from + length)).replace(
      /\0.*$/s,
      "",
    );
  for (let at = 0; at + 512 <= tar.length;) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    if (text(at, 100) === file) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${file} is not in the package`);
}
