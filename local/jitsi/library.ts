import { createHash } from "node:crypto";
import { fetchPackedFile } from "./npm_package.ts";

const JQUERY = {
  spec: "jquery@3.7.1",
  integrity:
    "sha512-m4avr8yL8kmFN8psrbFFFmB/If14iN5o9nw/NgnnM+kybDJpRsAynV2BsfpTYrTRysYUdADVD7CkUUizgkpLfg==",
  file: "package/dist/jquery.min.js",
};
const JITSI = {
  spec: "@lyno/lib-jitsi-meet@2.6726.2",
  integrity:
    "sha512-cTrKBgy4ZHD6vyFTOAOx5ylyzjWs3ft6MLhmchu9zRq7uLr8omD4lE2fmSfoyoSqMjFc/3sU9XLYXiJ21hqQuw==",
  file: "package/lib-jitsi-meet.min.js",
};

/**
 * The script served as `/libs/lib-jitsi-meet.min.js`. This build of the library wants jQuery
 * as `window.jquery`: both are one script, so that a page loads only this, as it does from a
 * deployment whose library needs none.
 */
export class Library {
  #loading: ReturnType<typeof load> | undefined;
  #closing = new AbortController();

  /** `cache` is the folder that keeps the script once it was fetched. */
  constructor(private cache: string) {}

  /** Reads the script, or fetches it first. Throws when that fails; the next call tries again. */
  load(): ReturnType<typeof load> {
    return this.#loading ??= load(this.cache, this.#closing.signal).catch(
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

async function load(cache: string, signal: AbortSignal) {
  const path = `${cache}/lib-jitsi-meet-2.6726.2.min.js`;
  const script = await Deno.readFile(path).catch(() =>
    fetchScript(cache, path, signal)
  );
  const plain = new Blob([script]).stream();
  const zipped = plain.pipeThrough(new CompressionStream("gzip"));
  const digest = createHash("sha256").update(script).digest("hex");
  const gzip = await new Response(zipped).bytes();
  return { script, gzip, etag: `"${digest.slice(0, 16)}"` };
}

async function fetchScript(cache: string, path: string, signal: AbortSignal) {
  await Deno.mkdir(cache, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: cache });
  try {
    const jquery = await fetchPackedFile(folder, JQUERY, signal);
    const jitsi = await fetchPackedFile(folder, JITSI, signal);
    const script = `(()=>{const module={exports:{}};${jquery}
      window.jquery=module.exports;})();\n${jitsi}`;
    await Deno.writeTextFile(`${folder}/script.js`, script);
    await Deno.rename(`${folder}/script.js`, path); // never half written
    return await Deno.readFile(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
