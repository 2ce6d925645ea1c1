import { createHash } from "node:crypto";

/** npm packages with the integrity they must have, and the file wanted of each. */
const PARTS = {
  jquery: {
    spec: "jquery@3.7.1",
    integrity:
      "sha512-m4avr8yL8kmFN8psrbFFFmB/If14iN5o9nw/NgnnM+kybDJpRsAynV2BsfpTYrTRysYUdADVD7CkUUizgkpLfg==",
    file: "package/dist/jquery.min.js",
  },
  jitsi: {
    spec: "@lyno/lib-jitsi-meet@2.6726.2",
    integrity:
      "sha512-cTrKBgy4ZHD6vyFTOAOx5ylyzjWs3ft6MLhmchu9zRq7uLr8omD4lE2fmSfoyoSqMjFc/3sU9XLYXiJ21hqQuw==",
    file: "package/lib-jitsi-meet.min.js",
  },
};

/** The script served as `/libs/lib-jitsi-meet.min.js`, plain and compressed, with its ETag. */
export interface Library {
  script: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  etag: string;
}

/**
 * Reads the library from `cache`, or brings it there from the npm registry first. This build
 * wants jQuery as `window.jquery`: both are one script, so that a page loads only this.
 * Throws when the registry cannot be reached or a package is not the pinned one.
 */
export async function loadLibrary(cache: string): Promise<Library> {
  const path = `${cache}/lib-jitsi-meet-2.6726.2.min.js`;
  const script = await Deno.readFile(path).catch(() =>
    fetchLibrary(cache, path)
  );
  const gzip = await new Response(
    new Blob([script]).stream().pipeThrough(new CompressionStream("gzip")),
  ).bytes();
  return {
    script,
    gzip,
    etag: `"${createHash("sha256").update(script).digest("hex").slice(0, 16)}"`,
  };
}

async function fetchLibrary(
  cache: string,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  await Deno.mkdir(cache, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: cache });
  try {
    const jquery = await fetchFile(folder, PARTS.jquery);
    const jitsi = await fetchFile(folder, PARTS.jitsi);
    const wrapped =
      `(()=>{const module={exports:{}};${jquery}\nwindow.jquery=module.exports;})();\n${jitsi}`;
    await Deno.writeTextFile(`${folder}/script.js`, wrapped);
    await Deno.rename(`${folder}/script.js`, path);
    return await Deno.readFile(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Packs with npm, which knows the user's registry; Deno cannot install the library's git dependencies. */
async function fetchFile(
  folder: string,
  { spec, integrity, file }: typeof PARTS.jquery,
): Promise<string> {
  const target = await Deno.makeTempDir({ dir: folder });
  const args = [
    "run",
    "-A",
    "npm:npm@11",
    "pack",
    spec,
    "--pack-destination",
    target,
  ];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    stdin: "null",
  }).output();
  if (!success) {
    throw new Error(
      `npm pack ${spec} failed: ${
        new TextDecoder().decode(stderr).slice(-500)
      }`,
    );
  }
  const [packed] = Array.from(Deno.readDirSync(target));
  const bytes = await Deno.readFile(`${target}/${packed?.name}`);
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== integrity) {
    throw new Error(`${spec} has integrity ${found}, not the pinned one`);
  }
  const tar = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).bytes();
  return new TextDecoder().decode(entry(tar, file));
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
