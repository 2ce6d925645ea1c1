import { createHash } from "node:crypto";
import type { Pinned } from "./library.ts";

/** One file of an archive (.tgz). Throws when the archive is not the pinned one, or lacks the file. */
export async function packedFile(
  archive: Uint8Array<ArrayBuffer>,
  { from, integrity, file }: Pinned,
): Promise<string> {
  const hash = createHash("sha512").update(archive).digest("base64");
  const found = `sha512-${hash}`;
  if (found !== integrity) {
    throw new Error(`${from} has integrity ${found}, not the pinned one`);
  }
  const unpacking = new DecompressionStream("gzip");
  const tar = new Response(new Blob([archive]).stream().pipeThrough(unpacking));
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
