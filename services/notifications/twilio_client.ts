import type { RequestOptions } from "twilio/lib/base/RequestClient.js";
import type { Env } from "@/env.ts";

/** What a client of Twilio's needs to know. */
export type TwilioConfig = Pick<
  Env,
  "TWILIO_API_URL" | "TWILIO_ACCOUNT_SID" | "TWILIO_AUTH_TOKEN"
>;

/** Twilio's client for an account, and the class of its refusals. An answer may take `timeLimit` milliseconds. */
export async function twilioClient(config: TwilioConfig, timeLimit: number) {
  // Loaded at the first SMS: it is large, and most requests send none.
  const { default: twilio } = await import("twilio");
  /** Twilio's own client may send twice after a time-out under Deno (denoland/deno#36786); fetch does not. */
  class FetchClient extends twilio.RequestClient {
    override request<T>(options: RequestOptions<T>) {
      return requestByFetch<T>(options, timeLimit);
    }
  }
  const client = twilio(
    config.TWILIO_ACCOUNT_SID,
    config.TWILIO_AUTH_TOKEN,
    { httpClient: new FetchClient() },
  );
  client.api.baseUrl = config.TWILIO_API_URL;
  return { client, RestException: twilio.RestException };
}

async function requestByFetch<T>(
  { method, uri, username = "", password = "", headers, params, data }:
    RequestOptions<T>,
  timeLimit: number,
) {
  const query = params
    ? `?${new URLSearchParams(
      Object.entries(params).map(([name, value]) => [name, String(value)]),
    )}`
    : "";
  const response = await fetch(uri + query, {
    method: method.toUpperCase(),
    headers: {
      ...headers,
      Authorization: `Basic ${btoa(`${username}:${password}`)}`,
    },
    body: data ? new URLSearchParams(Object.entries<string>(data)) : undefined,
    redirect: "error",
    signal: AbortSignal.timeout(timeLimit),
  });
  // Twilio's library reads JSON from text itself, and copes with a page of HTML.
  const body: unknown = await response.text();
  return {
    statusCode: response.status,
    body: body as T, // the library's type for what it parses next
    headers: Object.fromEntries(response.headers),
  };
}
