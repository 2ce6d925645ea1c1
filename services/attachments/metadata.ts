/**
 * Pictures without what they tell besides: place, time, device, thumbnails, comments. Nothing is drawn anew, so the
 * picture stays as it is, bit for bit.
 */

/** The file is not the picture that it begins as. */
export class BrokenPicture extends Error {
  override name = "BrokenPicture";
}

/** Segments of a JPEG, ITU-T T.81 annex B. */
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** What is kept of the application segments: how colours are meant. */
const kept = [[0xe0, "JFIF\0"], [0xe2, "ICC_PROFILE\0"], [
  0xee,
  "Adobe",
]] as const;

/**
 * A JPEG without metadata. Kept are its colours and which way up it is; what stands after its end, such as a film or a
 * second picture, goes. Throws {@link BrokenPicture}.
 */
export function stripJpeg(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new BrokenPicture();
  const parts = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new BrokenPicture();
    while (bytes[at + 1] === 0xff) at++; // fill bytes
    const marker = bytes[at + 1];
    if (marker === undefined || marker === END_OF_IMAGE) break;
    if (marker === START_OF_SCAN) {
      parts.push(bytes.subarray(at, endOfImage(bytes, at)));
      return concat(withOrientation(parts, orientation));
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new BrokenPicture();
    const content = bytes.subarray(at + 4, end);
    if (marker === APP1 && begins(content, "Exif\0\0")) {
      orientation = orientationOf(content.subarray(6));
    }
    if (isKept(marker, content)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  throw new BrokenPicture(); // no picture in it
}

function isKept(marker: number, content: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  return kept.some(([app, name]) => app === marker && begins(content, name));
}

/** Where the last scan ends, behind the end marker. A progressive JPEG has several scans, with tables between. */
function endOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 2; at < bytes.length - 1; at++) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) return at + 2;
    if ((marker >= APP0 && marker <= APP15) || marker === COMMENT) {
      throw new BrokenPicture();
    }
    const hasLength = marker >= 0xc0 && (marker < 0xd0 || marker > 0xd7) &&
      marker !== 0xff;
    if (hasLength) {
      at += 1 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    }
  }
  return bytes.length; // cut off, as a camera whose battery died leaves it: browsers show what is there
}

/** The orientation of an EXIF block (tag 0x0112), 1 to 8; 1, upright, where there is none. */
function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (tiff.length < 8) return 1;
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) break;
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** With an EXIF block that says which way up the picture is, and nothing else. */
function withOrientation(
  [start, ...rest]: Uint8Array<ArrayBuffer>[],
  orientation: number,
) {
  if (orientation === 1 || start === undefined) return [start, ...rest];
  // deno-fmt-ignore -- marker, length, "Exif", a big-endian TIFF with one entry: tag 0x0112, SHORT, one
  const block = Uint8Array.of(
    0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  );
  return [start, block, ...rest];
}

/** Chunks of a PNG that make the picture and its colours (PNG, third edition, 11.3). */
const pngChunks = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT"
    .split(" "),
);

/** A PNG without text, time and EXIF, cut at its end. Throws {@link BrokenPicture}. */
export function stripPng(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === "IEND") return concat(parts);
    at = end;
  }
  throw new BrokenPicture();
}

function begins(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, index) =>
    bytes[index] === letter.charCodeAt(0)
  );
}

function concat(
  parts: readonly (Uint8Array | undefined)[],
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    all.set(part, at);
    at += part.length;
  }
  return all;
}
