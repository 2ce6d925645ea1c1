import { HttpError } from "fresh";
import { readBody } from "./body.ts";

/** The longest form of ours, in bytes, with room for its longest answers. */
const LONGEST = 64 * 1024;

/** The form of a POST. Throws 413 for a body that is too long for any form of ours, 400 for one that is no form. */
export async function readForm(request: Request): Promise<FormData> {
  const body = await readBody(request, LONGEST);
  const type = request.headers.get("Content-Type") ?? "";
  try {
    return await new Response(body, {
      headers: { "Content-Type": type },
    }).formData();
  } catch (cause) {
    throw new HttpError(400, "not a form", { cause });
  }
}
