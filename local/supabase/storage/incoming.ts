import { PassThrough, Readable } from "node:stream";
import type { JSONValue } from "postgres";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { errors } from "./errors.ts";
import type { UserMetadata } from "./service.ts";

/** An upload as it comes in: what it is, then its bytes. */
export interface Incoming {
  mimeType: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Lets go of what was not read: to be called whatever happens. */
  end(): void;
  /** How many bytes there will be, where that is announced. */
  length?: number;
  /** What is known so far, and all of it once the bytes were read: fields of a form may follow its file. */
  rest(): Described;
}

/** What the uploader says of the object. */
export interface Described {
  cacheControl: string;
  userMetadata: UserMetadata | null;
}

/** Reads a raw body or the first file of a form, without holding it in memory. */
export async function readIncoming(request: Request): Promise<Incoming> {
  if (request.headers.has("content-encoding")) {
    throw errors.notImplemented("Content-Encoding");
  }
  const type = request.headers.get("content-type") ?? "";
  const body = request.body ?? new Blob().stream();
  return type.startsWith("multipart/form-data")
    ? await readForm(body, type)
    : readRaw(body, request.headers);
}

function readRaw(body: ReadableStream<Uint8Array>, headers: Headers): Incoming {
  const encoded = headers.get("x-metadata");
  const userMetadata = encoded === null
    ? null
    : parseMetadata(decodeBase64(encoded));
  const cacheControl = headers.get("cache-control") ?? "no-cache";
  const mimeType = headers.get("content-type") || "application/octet-stream";
  const length = headers.get("content-length");
  return {
    mimeType,
    ...(length === null ? {} : { length: Number(length) }),
    bytes: body,
    end: () => void body.cancel().catch(() => {}), // it was read to its end, or failed before
    rest: () => ({ cacheControl, userMetadata }),
  };
}

async function readForm(
  body: ReadableStream<Uint8Array>,
  type: string,
): Promise<Incoming> {
  const form = parser(type);
  const fields = new Map<string, string>();
  form.on("field", (name, value) => {
    if (fields.size < 20) fields.set(name, value);
  });
  const file = await firstFile(form, body);
  return {
    ...file,
    rest: () => {
      if (fields.has("contentEncoding")) {
        throw errors.notImplemented("contentEncoding");
      }
      const seconds = fields.get("cacheControl");
      const metadata = fields.get("metadata");
      return {
        cacheControl: seconds ? `max-age=${seconds}` : "no-cache",
        userMetadata: metadata === undefined ? null : parseMetadata(metadata),
      };
    },
  };
}

/** The first file of a form. It ends only with its form: fields may follow it, and a form cut off is no upload. */
async function firstFile(
  form: BusboyInstance,
  body: ReadableStream<Uint8Array>,
): Promise<Omit<Incoming, "rest">> {
  // Node has a type of its own for the same stream.
  const source = Readable.fromWeb(
    body as Parameters<typeof Readable.fromWeb>[0],
  );
  const bytes = new PassThrough();
  const found = Promise.withResolvers<Omit<Incoming, "rest">>();
  const end = () => void source.destroy();
  const fail = (reason: Error) => {
    const error = errors.invalid(`Invalid form: ${reason.message}`);
    found.reject(error);
    bytes.destroy(error);
    end();
  };
  let files = 0;
  form.on("file", (_name, stream, _filename, _encoding, mimeType) => {
    stream.on("error", fail);
    if (files++ === 0) {
      stream.pipe(bytes, { end: false });
      found.resolve({ mimeType, bytes, end });
    } else {
      stream.resume(); // one object a request: further files are not kept
    }
  });
  form.on("finish", () => {
    found.reject(errors.invalid("No file provided"));
    bytes.end();
  });
  form.on("error", fail);
  source.on("error", fail);
  bytes.on("error", end); // its reader learns of it too, if there is one yet
  bytes.on("close", end);
  source.pipe(form);
  return await found.promise;
}

function parser(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: {
        fieldSize: 1_048_576,
        fieldNameSize: 100,
        headerPairs: 20,
        parts: 50,
      },
    });
  } catch {
    throw errors.invalid("Invalid form: multipart boundary not found");
  }
}

/** An uploader's own metadata. Throws when it is no JSON object. */
export function parseMetadata(json: string): UserMetadata {
  try {
    const metadata: JSONValue = JSON.parse(json);
    if (
      typeof metadata === "object" && metadata !== null &&
      !Array.isArray(metadata)
    ) return { ...metadata as UserMetadata }; // an object that was JSON
  } catch {
    // said below
  }
  throw errors.invalid("metadata must be a JSON object");
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(text));
  } catch {
    throw errors.invalid("x-metadata must be base64");
  }
}
