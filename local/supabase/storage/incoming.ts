import { PassThrough, Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { errors } from "./errors.ts";

/** An upload as it comes in: what it is, then its bytes. */
export interface Incoming {
  mimeType: string;
  bytes: AsyncIterable<Uint8Array>;
  /** What is known once the bytes were read: fields of a form may follow its file. */
  rest(): {
    cacheControl: string;
    userMetadata: Record<string, unknown> | null;
  };
}

/** Reads a raw body or the first file of a form, without holding it in memory. */
export async function readIncoming(request: Request): Promise<Incoming> {
  if (!request.body) throw errors.invalid("No content provided");
  if (request.headers.has("content-encoding")) {
    throw errors.notImplemented("Content-Encoding");
  }
  const type = request.headers.get("content-type") ?? "";
  return type.startsWith("multipart/form-data")
    ? await readForm(request.body, type)
    : readRaw(request.body, request.headers);
}

function readRaw(body: ReadableStream<Uint8Array>, headers: Headers): Incoming {
  const encoded = headers.get("x-metadata");
  const userMetadata = encoded === null
    ? null
    : parseMetadata(decodeBase64(encoded));
  const cacheControl = headers.get("cache-control") ?? "no-cache";
  const mimeType = headers.get("content-type") || "application/octet-stream";
  return {
    mimeType,
    bytes: body,
    rest: () => ({ cacheControl, userMetadata }),
  };
}

async function readForm(
  body: ReadableStream<Uint8Array>,
  type: string,
): Promise<Incoming> {
  const fields = new Map<string, string>();
  const form = parser(type);
  form.on("field", (name, value) => {
    if (fields.size < 20) fields.set(name, value);
  });
  const source = Readable.fromWeb(
    body as Parameters<typeof Readable.fromWeb>[0],
  ); // Node's type of the same stream
  const file = await new Promise<{ mimeType: string; bytes: PassThrough }>(
    (resolve, reject) => {
      let found: PassThrough | undefined;
      const fail = (error: unknown) => {
        const failure = errors.invalid(
          `Invalid form: ${
            error instanceof Error ? error.message : "unreadable"
          }`,
        );
        reject(failure);
        found?.destroy(failure);
        source.destroy();
      };
      form.on("file", (_name, stream, _filename, _encoding, mimeType) => {
        if (found) {
          stream.resume(); // one object a request: further files are not kept
          return;
        }
        const bytes = found = new PassThrough();
        // The file ends only with its form: fields may follow it, and a form that breaks off is no upload.
        stream.on("error", fail);
        stream.pipe(bytes, { end: false });
        form.on("finish", () => bytes.end());
        bytes.on("close", () => {
          if (!bytes.readableEnded) source.destroy(); // the reader had enough
        });
        resolve({ mimeType, bytes });
      });
      form.on("finish", () => reject(errors.invalid("No file provided")));
      form.on("error", fail);
      source.on("error", fail);
      source.pipe(form);
    },
  );
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

function parser(type: string) {
  try {
    return Busboy({
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

function parseMetadata(json: string): Record<string, unknown> {
  try {
    const metadata: unknown = JSON.parse(json);
    if (
      typeof metadata === "object" && metadata !== null &&
      !Array.isArray(metadata)
    ) return { ...metadata };
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
