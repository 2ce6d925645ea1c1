import { Buffer } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";
import type { AttachmentType } from "@/domain/attachments.ts";
import { ATTACHMENT_MAX, attachmentTypes } from "@/domain/attachments.ts";
import { Problem } from "@/services/http/problem.ts";
import { isPlainDocx } from "./docx.ts";
import { BrokenPicture, stripJpeg, stripPng } from "./metadata.ts";

/** A file as it is kept. */
export interface CleanFile {
  type: AttachmentType;
  bytes: Uint8Array<ArrayBuffer>;
  /** Other bytes than those that came. */
  changed: boolean;
}

/**
 * What a file really is, and the same without the metadata of pictures. The name and the type that a browser sends
 * prove nothing.
 *
 * @throws `attachment_too_large`, `attachment_heic` for a photo that the sender's device did not convert,
 * `attachment_type` for everything else that is not taken, damaged files too
 */
export async function cleanFile(file: Blob): Promise<CleanFile> {
  if (file.size > ATTACHMENT_MAX) {
    throw new Problem(413, "attachment_too_large");
  }
  const bytes = await file.bytes();
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (/^image\/hei[cf]/.test(found?.mime ?? "")) {
    throw new Problem(422, "attachment_heic");
  }
  const type = attachmentTypes.find((one) => one === found?.mime);
  if (type === undefined) throw new Problem(422, "attachment_type");
  const clean = strip(type, bytes);
  return {
    type,
    bytes: clean,
    changed: clean !== bytes && Buffer.compare(clean, bytes) !== 0,
  };
}

function strip(
  type: AttachmentType,
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  try {
    if (type === "image/jpeg") return stripJpeg(bytes);
    if (type === "image/png") return stripPng(bytes);
  } catch (cause) {
    if (!(cause instanceof BrokenPicture)) throw cause;
    throw new Problem(422, "attachment_type", cause);
  }
  const isWhole = type === "application/pdf"
    ? hasPdfEnd(bytes)
    : isPlainDocx(bytes);
  if (!isWhole) throw new Problem(422, "attachment_type");
  return bytes;
}

/** A PDF says at its end where its parts are (ISO 32000-1, 7.5.5); half of one opens nowhere. */
function hasPdfEnd(bytes: Uint8Array): boolean {
  const end = new TextDecoder("latin1").decode(bytes.subarray(-2048));
  return end.includes("%%EOF") && end.includes("startxref");
}
