import { HttpError } from "fresh";

/** The bytes of a request's body. Throws 413 as soon as there are more than `longest`: the rest is not read. */
export async function readBody(
  request: Request,
  longest: number,
): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > longest) throw new HttpError(413);
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
