import { gzipSync } from "node:zlib";
import { findPrecompressed } from "./precompressed.ts";

/** Shorter answers gain nothing, in bytes. */
const SHORTEST = 1_000;

/** Among the fastest levels that still find most: 22 kB of page become 5.5 in half a millisecond. */
const LEVEL = 5;

/** Machine code is compressed by the build alone: it would hold up everybody for a tenth of a second. */
const COMPRESSIBLE =
  /^(text\/|image\/svg\+xml|application\/(json|manifest\+json|xml|wasm))/;
const AT_BUILD_ONLY = /^application\/wasm/;

/**
 * The answer in a coding that the browser takes: files as the build compressed them (brotli, gzip), pages and JSON by
 * gzip (brotli costs twice the processor for a tenth of the bytes). The length of a personal answer tells nothing about
 * its content (BREACH): it varies by up to a hundred random bytes.
 */
export async function compress(
  request: Request,
  response: Response,
): Promise<Response> {
  const { headers } = response;
  const type = headers.get("Content-Type") ?? "";
  if (!COMPRESSIBLE.test(type) || headers.has("Content-Encoding")) {
    return response;
  }
  headers.append("Vary", "Accept-Encoding");
  if (request.method !== "GET" || response.body === null) return response;
  const wanted = request.headers.get("Accept-Encoding") ?? "";
  if (response.status === 200) {
    const { pathname } = new URL(request.url);
    const ready = await findPrecompressed(
      pathname,
      (coding) => accepts(wanted, coding),
    );
    if (ready !== null) {
      await response.body.cancel();
      return encoded(response, ready.coding, ready.bytes);
    }
  }
  if (!accepts(wanted, "gzip") || AT_BUILD_ONLY.test(type)) return response;
  const bytes = await response.bytes();
  if (bytes.length < SHORTEST) return new Response(bytes, response);
  const personal = headers.get("Cache-Control")?.includes("no-store") &&
    type.startsWith("text/html");
  const zipped = new Uint8Array(gzipSync(bytes, { level: LEVEL }));
  return encoded(response, "gzip", personal ? padded(zipped) : zipped);
}

function encoded(
  { status, statusText, headers: before }: Response,
  coding: string,
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  const headers = new Headers(before);
  headers.set("Content-Encoding", coding);
  headers.set("Content-Length", String(bytes.length));
  return new Response(bytes, { status, statusText, headers });
}

/** Whether an `Accept-Encoding` names a coding, and not with `q=0` (RFC 9110, 12.5.3). */
function accepts(header: string, coding: string): boolean {
  return header.toLowerCase().split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((text) => text.trim());
    return name === coding &&
      !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
  });
}

/** The same content with a file name of random length in gzip's header (RFC 1952, FNAME), which readers skip. */
function padded(zipped: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = crypto.getRandomValues(new Uint8Array(1)).at(0) ?? 0;
  const name = new Uint8Array(1 + length % 100).fill(0x61);
  const result = new Uint8Array(zipped.length + name.length + 1);
  result.set(zipped.subarray(0, 10));
  result[3] = 8; // FLG: a name follows
  result.set(name, 10); // and ends with the 0 that stands there
  result.set(zipped.subarray(10), 10 + name.length + 1);
  return result;
}
