import { HttpError } from "fresh";

/** The longest form of ours, in bytes, with room for its longest answers. */
const LONGEST = 64 * 1024;

/** The form of a POST. Throws 413 for a body that is too long for any form of ours, 400 for one that is no form. */
export async function readForm(request: Request): Promise<FormData> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > LONGEST) throw new HttpError(413);
    chunks.push(chunk);
  }
  const type = request.headers.get("Content-Type") ?? "";
  try {
    return await new Response(new Blob(chunks), {
      headers: { "Content-Type": type },
    }).formData();
  } catch (cause) {
    throw new HttpError(400, "not a form", { cause });
  }
}
