import { createHash } from "node:crypto";
import { errors } from "./errors.ts";

const VERSION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** How much of a file is read at once, in bytes. */
const READ_BYTES = 1024 * 1024;

/** What was written. */
export interface Written {
  version: string;
  size: number;
  /** A quoted MD5, as S3 has it for uploads in one part. */
  eTag: string;
}

/**
 * The bytes of objects, one file a version, named by it and never changed: a name that users choose never becomes a
 * path, and who reads a version reads it to its end even when it is replaced meanwhile.
 */
export class Blobs {
  private constructor(private directory: string) {}

  static async open(directory: string): Promise<Blobs> {
    const blobs = new Blobs(directory);
    await Deno.mkdir(`${directory}/incoming`, { recursive: true, mode: 0o700 });
    await Deno.mkdir(`${directory}/objects`, { recursive: true, mode: 0o700 });
    return blobs;
  }

  #path(version: string): string {
    return `${this.directory}/objects/${version}`;
  }

  /** Writes bytes as they come; they are on disk when it returns. Throws when there are more than `limit`. */
  async write(
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
  ): Promise<Written> {
    const version = crypto.randomUUID();
    const incoming = `${this.directory}/incoming/${version}`;
    try {
      using file = await Deno.open(incoming, {
        write: true,
        createNew: true,
        mode: 0o600,
      });
      const hash = createHash("md5");
      let size = 0;
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > limit) throw errors.tooLarge();
        hash.update(chunk);
        for (let at = 0; at < chunk.length;) {
          at += await file.write(chunk.subarray(at));
        }
      }
      await file.sync();
      await Deno.rename(incoming, this.#path(version));
      await this.#syncNames();
      return { version, size, eTag: `"${hash.digest("hex")}"` };
    } catch (error) {
      await removed(incoming);
      throw error;
    }
  }

  /** Keeps a finished file as a version without writing its bytes again; it stays where it was, too. */
  async adopt(path: string, limit: number): Promise<Written> {
    const version = crypto.randomUUID();
    using file = await Deno.open(path);
    const { size } = await file.stat();
    if (size > limit) throw errors.tooLarge();
    const hash = createHash("md5");
    const buffer = new Uint8Array(READ_BYTES);
    for (;;) {
      const read = await file.read(buffer);
      if (read === null) break;
      hash.update(buffer.subarray(0, read));
    }
    await file.sync();
    await Deno.link(path, this.#path(version));
    await this.#syncNames();
    return { version, size, eTag: `"${hash.digest("hex")}"` };
  }

  /** A second version of the same bytes. */
  async copy(version: string): Promise<string> {
    if (!VERSION.test(version)) throw errors.noSuchKey();
    const copy = crypto.randomUUID();
    try {
      await Deno.link(this.#path(version), this.#path(copy));
    } catch (error) {
      throw error instanceof Deno.errors.NotFound ? errors.noSuchKey() : error;
    }
    await this.#syncNames();
    return copy;
  }

  /** The open file of a version; null when there is none. */
  async read(version: string | null): Promise<Deno.FsFile | null> {
    if (!version || !VERSION.test(version)) return null;
    try {
      return await Deno.open(this.#path(version));
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    }
  }

  async remove(versions: Iterable<string | null>) {
    for (const version of versions) {
      if (version && VERSION.test(version)) await removed(this.#path(version));
    }
  }

  /** After a crash: removes what no object has, and says which versions have no bytes. */
  async sweep(versions: Set<string>): Promise<string[]> {
    const missing = new Set(versions);
    for (const folder of ["incoming", "objects"]) {
      for await (
        const { name } of Deno.readDir(`${this.directory}/${folder}`)
      ) {
        missing.delete(name);
        if (folder === "objects" && versions.has(name)) continue;
        await removed(`${this.directory}/${folder}/${name}`);
      }
    }
    return [...missing];
  }

  /** A new name is only safe from a power cut once its folder is. */
  async #syncNames() {
    using folder = await Deno.open(`${this.directory}/objects`);
    await folder.sync();
  }
}

async function removed(path: string) {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
