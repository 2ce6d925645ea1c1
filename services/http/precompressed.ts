/** The codings of precompressed files, the better one first, with the ending of their files. */
export const CODINGS = { br: ".br", gzip: ".gz" } as const;

/** Name of a coding, as `Content-Encoding` has it. */
export type Coding = keyof typeof CODINGS;

/** Beside the built `server.js`: compressed copies, and the list of what there is. */
export const FOLDER = "compressed/";
export const LIST = "list.json";

/** A file in a coding. */
export interface Precompressed {
  coding: Coding;
  bytes: Uint8Array<ArrayBuffer>;
}

let listed: Promise<Set<string>> | undefined;
const read = new Map<string, Uint8Array<ArrayBuffer>>();

/** The file that the build compressed for this path, in the best coding that is accepted; null when there is none. */
export async function findPrecompressed(
  path: string,
  accepts: (coding: Coding) => boolean,
): Promise<Precompressed | null> {
  const list = await (listed ??= readList());
  const coding = (["br", "gzip"] as const)
    .find((one) => list.has(path + CODINGS[one]) && accepts(one));
  if (coding === undefined) return null;
  const name = path + CODINGS[coding];
  let bytes = read.get(name);
  if (bytes === undefined) {
    bytes = await Deno.readFile(new URL(`.${name}`, folder()));
    read.set(name, bytes);
  }
  return { coding, bytes };
}

function folder(): URL {
  return new URL(FOLDER, Deno.mainModule);
}

/** Nothing where no build is served: in a test, and while the app is being written. */
async function readList(): Promise<Set<string>> {
  try {
    const list = await Deno.readTextFile(new URL(LIST, folder()));
    return new Set<string>(JSON.parse(list));
  } catch {
    return new Set();
  }
}
