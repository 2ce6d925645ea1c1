import { createHash } from "node:crypto";
import { packedFile } from "./archive.ts";
import { fetchPackage } from "./npm_package.ts";
import { fetchRelease } from "./release.ts";

/** An archive that is pinned by its hash, and the file that is wanted of it. */
export interface Pinned {
  /** An npm package, or the address of a release. */
  from: string;
  integrity: string;
  file: string;
}

/** An official release; its hash is that of a public record, and was not compared with the archive by us. */
const RELEASE: Pinned = {
  from:
    "https://github.com/jitsi/lib-jitsi-meet/releases/download/v2156.0.0%2B3884dbd5/lib-jitsi-meet.tgz",
  integrity:
    "sha512-QtK9U8bgPn8gBxJIlnMkzIQ5HMk/Hr+gdZgYRJqAZxdq2rfxwQPENxoUiB7EQVqe30L5ShBQfKl4iFZg087e8g==",
  file: "package/dist/umd/lib-jitsi-meet.min.js",
};

/** The newest that npm has, of December 2021. */
const OF_2021: Pinned = {
  from: "@lyno/lib-jitsi-meet@2.6726.2",
  integrity:
    "sha512-cTrKBgy4ZHD6vyFTOAOx5ylyzjWs3ft6MLhmchu9zRq7uLr8omD4lE2fmSfoyoSqMjFc/3sU9XLYXiJ21hqQuw==",
  file: "package/lib-jitsi-meet.min.js",
};
const JQUERY: Pinned = {
  from: "jquery@3.7.1",
  integrity:
    "sha512-m4avr8yL8kmFN8psrbFFFmB/If14iN5o9nw/NgnnM+kybDJpRsAynV2BsfpTYrTRysYUdADVD7CkUUizgkpLfg==",
  file: "package/dist/jquery.min.js",
};

/** Which library is served: see the README. */
export interface LibrarySource {
  /** The folder that keeps the script once it was fetched. */
  cache: string;
  /** A script to serve, or `2021`; empty for the official release, and that of 2021 where it cannot be had. */
  library: string;
  /** The official release; tests have their own. */
  release?: Pinned;
}

/** lib-jitsi-meet, served as `/libs/lib-jitsi-meet.min.js` as a deployment serves it. */
export class Library {
  #loading: Promise<Served> | undefined;
  #closing = new AbortController();

  constructor(private source: LibrarySource) {}

  /** Reads the script, or fetches it first. Throws when that fails; the next call tries again. */
  load(): Promise<Served> {
    return this.#loading ??= load(this.source, this.#closing.signal).catch(
      (error) => {
        this.#loading = undefined;
        throw error;
      },
    );
  }

  /** Ends a fetch that is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#loading?.catch(() => {}); // it has been told to whom it matters
  }

  /** The script as an answer: cached by its ETag, compressed when that is accepted. */
  async respond(request: Request): Promise<Response> {
    const { script, gzip, etag } = await this.load();
    const headers = new Headers({
      etag,
      "cache-control": "public, max-age=3600",
      "content-type": "text/javascript; charset=utf-8",
      vary: "accept-encoding",
    });
    if (request.headers.get("if-none-match") === etag) {
      return new Response(null, { status: 304, headers });
    }
    if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) {
      return new Response(script, { headers });
    }
    headers.set("content-encoding", "gzip");
    return new Response(gzip, { headers });
  }
}

/** A script that is ready to be served. */
interface Served {
  /** Which one it is, and why not another, for the log. */
  name: string;
  script: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  etag: string;
}

async function load(
  source: LibrarySource,
  signal: AbortSignal,
): Promise<Served> {
  const { name, script } = await choose(source, signal);
  const zipped = new Blob([script]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  const digest = createHash("sha256").update(script).digest("hex");
  const gzip = await new Response(zipped).bytes();
  return { name, script, gzip, etag: `"${digest.slice(0, 16)}"` };
}

async function choose(
  { cache, library, release = RELEASE }: LibrarySource,
  signal: AbortSignal,
): Promise<Pick<Served, "name" | "script">> {
  if (library === "2021") {
    return { name: "of 2021", script: await of2021(cache, signal) };
  }
  if (library !== "") {
    return { name: library, script: await Deno.readFile(library) };
  }
  try {
    const fetched = () => fetchRelease(release, signal);
    const script = await kept(cache, release, fetched);
    return { name: "v2156.0.0", script };
  } catch (error) {
    signal.throwIfAborted();
    const script = await of2021(cache, signal);
    return { name: `of 2021, as the current one is not: ${error}`, script };
  }
}

/**
 * This build wants jQuery as `window.jquery`: both are one script, so that a page loads only this, as it does from a
 * deployment whose library needs none.
 */
function of2021(
  cache: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return kept(cache, OF_2021, async () => {
    const jquery = await fetchPackage(JQUERY, signal);
    const jitsi = await fetchPackage(OF_2021, signal);
    return `(()=>{const module={exports:{}};${await packedFile(jquery, JQUERY)}
      window.jquery=module.exports;})();\n${await packedFile(jitsi, OF_2021)}`;
  });
}

/** A script out of the cache, or into it. */
async function kept(
  cache: string,
  { integrity }: Pinned,
  fetched: () => Promise<string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = createHash("sha256").update(integrity).digest("hex");
  const path = `${cache}/lib-jitsi-meet-${name.slice(0, 16)}.min.js`;
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  await Deno.mkdir(cache, { recursive: true });
  const script = await fetched();
  const part = await Deno.makeTempFile({ dir: cache });
  await Deno.writeTextFile(part, script);
  await Deno.rename(part, path); // never half written
  return await Deno.readFile(path);
}
