import { assert, assertEquals, assertRejects } from "@std/assert";
import { smallPdf } from "../../tests/attachments.ts";
import { Problem } from "@/services/http/problem.ts";
import { cleanFile } from "./clean.ts";
import { docx, jpeg, png, zip } from "./testing.ts";

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const error = await assertRejects(
    () => cleanFile(new Blob([bytes])),
    Problem,
  );
  return error.key;
}

const text = (content: string) => new TextEncoder().encode(content);
const holds = (bytes: Uint8Array, content: string) =>
  new TextDecoder("latin1").decode(bytes).includes(content);

Deno.test("PDF, DOCX, JPEG and PNG are known by what they hold", async () => {
  for (
    const [bytes, type] of [
      [smallPdf, "application/pdf"],
      [jpeg(), "image/jpeg"],
      [png(), "image/png"],
      [
        docx(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ],
    ] as const
  ) {
    const clean = await cleanFile(new Blob([bytes], { type: "text/html" }));
    // Of these, the photo alone has something that is taken away.
    assertEquals([clean.type, clean.changed], [type, type === "image/jpeg"]);
  }
});

Deno.test("what only looks like one of them is refused", async () => {
  for (
    const bytes of [
      text("<html><script>alert(1)</script>"),
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      text("MZ\x90 a program"),
      text("%PDF-1.7 and nothing of a PDF"),
      text("junk before %PDF-1.7 startxref %%EOF"),
      new Uint8Array(0),
      png().subarray(0, 40),
      jpeg().subarray(0, 30),
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff),
    ]
  ) {
    assertEquals(await refusal(bytes), "attachment_type");
  }
});

Deno.test("a HEIC photo that came unconverted says what to do", async () => {
  const heic = text("\0\0\0\x18ftypheic\0\0\0\0mif1heic");
  assertEquals(await refusal(heic), "attachment_heic");
});

Deno.test("more than 20 MB are refused before they are looked at", async () => {
  const limit = new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]);
  const error = await assertRejects(() => cleanFile(limit), Problem);
  assertEquals([error.status, error.key], [413, "attachment_too_large"]);
});

Deno.test("a DOCX with macros, embedded programs, something around it, or that is a bomb is refused", async () => {
  const parts = { "[Content_Types].xml": "<Types/>", "word/document.xml": "x" };
  const cases = {
    macros: zip({ ...parts, "word/vbaProject.bin": "x" }),
    embedded: zip({ ...parts, "word/embeddings/oleObject1.bin": "x" }),
    bomb: zip(parts, { "word/document.xml": 4_000_000_000 }),
    before: new Uint8Array([...text("junk"), ...docx()]),
    after: new Uint8Array([...docx(), ...text("PK junk")]),
    otherZip: zip({ "a.txt": "x" }),
    cut: docx().subarray(0, 120),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    assertEquals(await refusal(bytes), "attachment_type", name);
  }
});

Deno.test("a photo loses place, time, thumbnail, comments and what hangs behind it", async () => {
  const photo = jpeg({ orientation: 6, behind: "a film" });
  for (const secret of ["49.6N 6.1E", "a comment", "a film", "XMP"]) {
    assert(holds(photo, secret), secret);
  }
  const { bytes, changed } = await cleanFile(new Blob([photo]));
  assertEquals(changed, true);
  for (const secret of ["49.6N 6.1E", "a comment", "a film", "XMP"]) {
    assert(!holds(bytes, secret), secret);
  }
  assert(holds(bytes, "JFIF") && holds(bytes, "ICC_PROFILE"));
  // Which way up it is, and no other tag.
  const exif = bytes.subarray(2, 38);
  assertEquals([exif[1], exif[29], exif[19]], [0xe1, 6, 1]);
  assertEquals(
    bytes.subarray(-9),
    photo.subarray(photo.length - 9 - 6, photo.length - 6),
  );
  const again = await cleanFile(new Blob([bytes]));
  assertEquals([again.bytes, again.changed], [bytes, false]);
  const upright = await cleanFile(new Blob([jpeg()]));
  assert(!holds(upright.bytes, "Exif"));
});

Deno.test("a PNG loses text and EXIF, and what hangs behind it", async () => {
  const picture = png({ text: "49.6N 6.1E", behind: "a film" });
  const { bytes } = await cleanFile(new Blob([picture]));
  assert(!holds(bytes, "49.6N") && !holds(bytes, "a film"));
  assertEquals(bytes, png());
});
