import { readEmailForm } from "@/services/accounts/sign_up_form.ts";
import { readForm } from "@/services/http/form.ts";
import {
  type FormOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { Problem } from "@/services/http/problem.ts";

/**
 * Reads the address and asks for a link to it by `request`, which is false when it was asked for too often. Redirects to
 * the page at `path`, with the same outcome whether the address is known or not.
 */
export async function takeLinkRequest(
  ctx: Parameters<typeof redirectWithOutcome>[0] & { req: Request },
  path: string,
  request: (email: string) => Promise<boolean>,
): Promise<Response> {
  const outcome = await outcomeOf(await readForm(ctx.req), request);
  return await redirectWithOutcome(ctx, path, outcome);
}

async function outcomeOf(
  form: FormData,
  request: (email: string) => Promise<boolean>,
): Promise<FormOutcome> {
  const { typed, good, problems = {} } = readEmailForm(form);
  if (!good) return { typed, problems, sent: false };
  try {
    return await request(good.email)
      ? { typed: good, problems: {}, sent: true }
      : { typed, problems: {}, failure: "tooManyAttempts", sent: false };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { typed, problems: {}, failure: "unavailable", sent: false };
  }
}
