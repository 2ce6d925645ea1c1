import { HttpError } from "fresh";
import { readBody } from "./body.ts";

/** The longest form of ours without a file, in bytes, with room for its longest answers. */
export const LONGEST_FORM = 64 * 1024;

/**
 * The form of a POST as people typed it: a line ends with one character, which is what they counted, and there is no
 * NUL, which Postgres cannot store.
 * Throws 413 for a body that is longer than `longest` bytes, 400 for one that is no form.
 */
export async function readForm(
  request: Request,
  longest = LONGEST_FORM,
): Promise<FormData> {
  const body = await readBody(request, longest);
  const type = request.headers.get("Content-Type") ?? "";
  try {
    return asTyped(
      await new Response(body, { headers: { "Content-Type": type } })
        .formData(),
    );
  } catch (cause) {
    throw new HttpError(400, "not a form", { cause });
  }
}

function asTyped(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form) {
    clean.append(
      name,
      typeof value === "string"
        ? value.replaceAll("\0", "").replaceAll("\r\n", "\n")
        : value,
    );
  }
  return clean;
}
