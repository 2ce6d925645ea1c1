import { assertEquals } from "@std/assert";
import { smallPdf } from "../../tests/attachments.ts";
import { ATTACHMENT_MAX } from "@/domain/attachments.ts";
import { docx, jpeg, png } from "@/services/attachments/testing.ts";
import { cleanProof } from "./payment.ts";

const proof = (content: BlobPart) =>
  cleanProof(new File([content], "proof.pdf", { type: "application/pdf" }));

Deno.test("a proof of payment is what its bytes say, whatever its name and type say", async () => {
  for (
    const [content, extension] of [
      [smallPdf, "pdf"],
      [jpeg(), "jpg"],
      [png(), "png"],
    ] as const
  ) assertEquals((await proof(content))?.extension, extension);
  for (
    const content of [
      ...["", "MZ\u0000", "<html>", "%PDF", "%PDF-1.7 and half of it"],
      ...[docx(), jpeg().subarray(0, 30)],
    ]
  ) assertEquals(await proof(content), null, String(content).slice(0, 30));
});

Deno.test("a photo of a receipt says neither where nor when it was taken", async () => {
  const photo = jpeg();
  const { bytes } = await proof(photo) ?? {};
  const holdsExif = (one: Uint8Array | undefined) =>
    new TextDecoder("latin1").decode(one).includes("Exif");
  assertEquals([holdsExif(photo), holdsExif(bytes)], [true, false]);
});

Deno.test("20 MB are taken, a byte more is not", async () => {
  const pdf = (size: number) => {
    const bytes = new Uint8Array(size).fill(0x20);
    bytes.set(new TextEncoder().encode("%PDF-1.7"));
    bytes.set(new TextEncoder().encode("startxref\n0\n%%EOF"), size - 17);
    return bytes;
  };
  assertEquals((await proof(pdf(ATTACHMENT_MAX)))?.extension, "pdf");
  assertEquals(await proof(pdf(ATTACHMENT_MAX + 1)), null);
});
