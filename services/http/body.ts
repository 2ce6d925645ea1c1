import { HttpError } from "fresh";
import * as v from "valibot";
import { Problem } from "./problem.ts";

/**
 * The bytes of a request's body. Throws 413 as soon as there are more than `maxLength`, the rest is not read; 400 when
 * the client hangs up before the end, which is its own doing and no failure of ours.
 */
export async function readBody(
  request: Request,
  maxLength: number,
): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Blob([]);
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw new HttpError(400, "the body broke off", { cause });
    });
    if (done) return new Blob(chunks);
    length += value.length;
    if (length > maxLength) {
      await reader.cancel().catch(() => {}); // the answer is the same
      throw new HttpError(413);
    }
    chunks.push(value);
  }
}

/** The longest JSON of ours, in bytes: notes of 20,000 of the longest characters. */
const LONGEST_JSON = 128 * 1024;

/** A request's JSON of the shape of `schema`. Throws 413, or 400 `bad_request` for another shape. */
export async function readJson<Content>(
  request: Request,
  schema: v.GenericSchema<unknown, Content>,
): Promise<Content> {
  const text = await (await readBody(request, LONGEST_JSON)).text();
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!read.success) throw new Problem(400, "bad_request");
  return read.output;
}
