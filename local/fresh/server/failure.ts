import { element, propsOf } from "./document.ts";
import type { Exchange } from "./exchange.ts";
import { HttpError } from "./http_error.ts";

/** Answers what no middleware caught: by `routes/_error`, and in plain text when there is none or it fails, too. */
export async function failureResponse<State>(
  exchange: Exchange<State>,
  error: unknown,
): Promise<Response> {
  const status = error instanceof HttpError ? error.status : 500;
  const page = exchange.site.failure;
  if (page !== undefined) {
    try {
      exchange.error = error;
      const props = propsOf(exchange, undefined);
      return await exchange.render(element(page, props), { status });
    } catch (second) {
      console.error(second);
    }
  }
  if (status >= 500) console.error(error);
  const text = error instanceof HttpError
    ? error.message || String(status)
    : "Internal server error";
  return new Response(text, { status });
}
