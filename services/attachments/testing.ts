/** Small files for tests, made byte by byte. */

const encoder = new TextEncoder();

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function little(bytes: 2 | 4, ...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(bytes * values.length));
  values.forEach((value, index) =>
    bytes === 2
      ? view.setUint16(index * 2, value, true)
      : view.setUint32(index * 4, value, true)
  );
  return new Uint8Array(view.buffer);
}

/** A ZIP of stored files; `announced` sizes stand in its directory in the place of the true ones. */
export function zip(
  files: Readonly<Record<string, string>>,
  announced: Readonly<Record<string, number>> = {},
): Uint8Array<ArrayBuffer> {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const size = announced[name] ?? content.length;
    const sizes = little(4, 0, content.length, size);
    const names = little(2, name.length, 0);
    const entry = join(
      little(4, 0x04034b50),
      little(2, 20, 0, 0, 0, 0),
      sizes,
      names,
      encoder.encode(name + content),
    );
    directory.push(
      little(4, 0x02014b50),
      little(2, 20, 20, 0, 0, 0, 0),
      sizes,
      names,
      little(2, 0, 0, 0),
      little(4, 0, at),
      encoder.encode(name),
    );
    local.push(entry);
    at += entry.length;
  }
  const listed = join(...directory);
  const count = Object.keys(files).length;
  return join(
    ...local,
    listed,
    little(4, 0x06054b50),
    little(2, 0, 0, count, count),
    little(4, listed.length, at),
    little(2, 0),
  );
}

/** A Word document without text. */
export function docx(): Uint8Array<ArrayBuffer> {
  return zip({
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "word/document.xml": "<w:document/>",
  });
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return join(Uint8Array.of(0xff, marker, length >> 8, length & 255), content);
}

/** A photo with its metadata, without anything to see in it. */
export function jpeg(
  { orientation, behind = "" }: { orientation?: number; behind?: string } = {},
): Uint8Array<ArrayBuffer> {
  // deno-fmt-ignore -- a little-endian TIFF with one entry, and the place behind it
  const exif = join(
    encoder.encode("Exif\0\0II"), little(2, 42), little(4, 8), little(2, 1, 0x0112, 3), little(4, 1),
    little(2, orientation ?? 1, 0), little(4, 0), encoder.encode("49.6N 6.1E"),
  );
  return join(
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, encoder.encode("JFIF\0\x01\x01\0\0\x01\0\x01\0\0")),
    segment(0xe1, exif),
    segment(0xe1, encoder.encode("http://ns.adobe.com/xap/1.0/\0XMP")),
    segment(0xe2, encoder.encode("ICC_PROFILE\0\x01\x01")),
    segment(0xe2, encoder.encode("MPF\0 a second picture")),
    segment(0xfe, encoder.encode("a comment")),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5, 6, 7, 0xff, 0xd9),
    encoder.encode(behind),
  );
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, content.length);
  return join(
    new Uint8Array(view.buffer),
    encoder.encode(type),
    content,
    Uint8Array.of(0, 0, 0, 0),
  );
}

/** A picture of one grey dot. */
export function png(
  { text, behind = "" }: { text?: string; behind?: string } = {},
): Uint8Array<ArrayBuffer> {
  const dot = Uint8Array.fromHex("789c6360000000020001");
  const secret = text === undefined ? [] : [
    chunk("tEXt", encoder.encode(`Comment\0${text}`)),
    chunk("eXIf", encoder.encode(text)),
  ];
  return join(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", Uint8Array.fromHex("00000001000000010800000000")),
    ...secret,
    chunk("IDAT", dot),
    chunk("IEND", new Uint8Array(0)),
    encoder.encode(behind),
  );
}

/** A photo of 64 by 64 dots as phones keep it, made with heif-enc. */
export const heic = Uint8Array.fromBase64(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABw" +
    "aWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEA" +
    "AAAAAAAARgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBj" +
    "bwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMA" +
    "HroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAH" +
    "RAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAA" +
    "AAEAAQOBAoMAAABObWRhdAAAAEIoAa8ZgPeAQ/3rxK4uaUuJ7Pra4SNdeCIift1eoOGGREh1ckWK" +
    "CoMluLlj3JkiuYtxXBlF0AX0gMAvCfx2AB2GxYA=",
);
