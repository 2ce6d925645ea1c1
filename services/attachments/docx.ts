/** Signatures of a ZIP, APPNOTE 6.3.10, little endian. */
const LOCAL_FILE = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/** A document unpacks to no more than this, in bytes: a small file must not fill the memory of whoever opens it. */
const LARGEST_UNPACKED = 500 * 1024 * 1024;
/** And is not packed more than this many times over; text rarely reaches a tenth of it. */
const LARGEST_RATIO = 200;
const MOST_ENTRIES = 5_000;

/** What programs run when the document is opened, or carry into it. */
const active = /vbaProject|vbaData|activeX|oleObject|embeddings\/.*\.bin$/i;

/**
 * Whether the bytes are one plain Word document: a single ZIP without anything before, between or after, without
 * macros and embedded programs, and no bomb. Only its directory is read; nothing is unpacked.
 */
export function isPlainDocx(bytes: Uint8Array): boolean {
  const entries = directoryOf(bytes);
  if (entries === null || entries.length > MOST_ENTRIES) return false;
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  return entries.some(({ name }) => name === "word/document.xml") &&
    !entries.some(({ name }) => active.test(name)) &&
    unpacked <= LARGEST_UNPACKED &&
    unpacked <= bytes.length * LARGEST_RATIO;
}

/** The entries of a ZIP; null when it is not a single one from its first byte to its last. */
function directoryOf(
  bytes: Uint8Array,
): { name: string; size: number }[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Without a comment, as Word and its like write it.
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return null;
  if (view.getUint32(0, true) !== LOCAL_FILE) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (at + size !== end) return null;
  const entries = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      return null;
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    );
    entries.push({ name, size: view.getUint32(at + 24, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return entries;
}
