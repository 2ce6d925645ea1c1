import { HttpError } from "fresh";

/** The form of a POST. Throws 400 for a body that is none. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    throw new HttpError(400, "not a form", { cause });
  }
}
