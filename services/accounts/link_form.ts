import { Problem } from "../problem.ts";
import { type FieldProblem, readEmailForm } from "./sign_up_form.ts";

/** What became of a request for a link. */
export interface LinkRequest {
  typed: { email: string };
  problems: { email?: FieldProblem };
  failure?: FieldProblem;
  /** The address to which a link goes, if it is known; absent when the form has to be shown again. */
  email?: string;
  status: 200 | 422 | 429 | 503;
}

/** Reads the address and asks for a link to it by `request`, which is false when it was asked for too often. */
export async function takeLinkRequest(
  form: FormData,
  request: (email: string) => Promise<boolean>,
): Promise<LinkRequest> {
  const { typed, good, problems } = readEmailForm(form);
  if (!good) return { status: 422, typed, problems };
  try {
    if (await request(good.email)) {
      return { status: 200, typed, problems: {}, email: good.email };
    }
    return { status: 429, typed, problems: {}, failure: "tooManyAttempts" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 503, typed, problems: {}, failure: "unavailable" };
  }
}
