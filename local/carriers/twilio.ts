import { createHmac } from "node:crypto";
import type { Callbacks } from "./callbacks.ts";
import type { Outage } from "./faults.ts";
import { hasBasic, hex, readForm } from "./http.ts";
import { segments } from "./segments.ts";
import type { Store } from "./store.ts";
import { behaviourOf, problemWith, type TwilioError } from "./twilio_rules.ts";
import type { Message } from "./types.ts";

/** Credentials of the account; `from` is its only number when given. */
export interface TwilioAccount {
  sid: string;
  token: string;
  from?: string;
}

const KNOWN = ["To", "From", "Body", "StatusCallback"];

/** Twilio's Messages resource: create and read; everything else is refused with 501. */
export function twilio(
  account: TwilioAccount,
  store: Store,
  outage: Outage,
  callbacks: Callbacks,
) {
  const create = async (request: Request): Promise<Response> => {
    const form = await readForm(request, 64 * 1024);
    const unknown = [...form.keys()].find((key) => !KNOWN.includes(key));
    if (unknown) {
      return fail({
        status: 501,
        code: 0,
        message: `Not implemented here: parameter ${unknown}`,
      });
    }
    const [to, from, body, callback] = KNOWN.map((key) =>
      String(form.get(key) ?? "").trim()
    ) as // four names give four strings
    [string, string, string, string];
    const problem = problemWith(to, from, body, account.from);
    if (problem) return fail(problem);
    if (callback !== "" && !isHttp(callback)) {
      return fail({
        status: 400,
        code: 21609,
        message: `The StatusCallback URL ${callback} is not a valid URL.`,
      });
    }
    const behaviour = behaviourOf(to);
    if (typeof behaviour === "object") return fail(behaviour);
    if (behaviour === "html") return brokenPage();
    if (behaviour === "timeout") return outage.silence(request);
    const message = sms(to, from, body);
    store.add(message);
    callbacks.run(() =>
      deliver(message, callback, behaviour === "unreachable")
    );
    if (behaviour === "lost" || outage.twilio === "lost") {
      return outage.silence(request);
    }
    return Response.json(resource(message, account.sid), { status: 201 });
  };

  const deliver = async (
    { id, to, from }: Message,
    callback: string,
    unreachable: boolean,
  ) => {
    for (
      const status of [
        "queued",
        "sent",
        unreachable ? "undelivered" : "delivered",
      ]
    ) {
      const errorCode = status === "undelivered" ? 30003 : null;
      if (status !== "queued") store.setStatus(id, status, errorCode);
      if (callback === "") continue;
      const params = callbackParams(
        account.sid,
        id,
        to[0] ?? "",
        from,
        status,
        errorCode,
      );
      const headers = {
        "X-Twilio-Signature": sign(account.token, callback, params),
      };
      await callbacks.post(
        callback,
        () => ({ headers, body: new URLSearchParams(params) }),
      );
    }
  };

  const read = (id: string, path: string): Response => {
    const message = store.get(id);
    if (message?.channel === "sms") {
      return Response.json(resource(message, account.sid));
    }
    return fail({
      status: 404,
      code: 20404,
      message: `The requested resource ${path} was not found`,
    });
  };

  return async (request: Request, path: string): Promise<Response> => {
    if (outage.twilio === "down") return brokenPage(503);
    if (outage.twilio === "slow" && !await outage.slow(request)) {
      return new Response(null, { status: 499 });
    }
    if (!hasBasic(request, account.sid, account.token)) return unauthorised();
    const [, sid, id] =
      /^\/2010-04-01\/Accounts\/([^/]+)\/Messages(?:\/(\w+))?\.json$/.exec(
        path,
      ) ?? [];
    if (sid !== undefined && sid !== account.sid) return unauthorised();
    if (sid && !id && request.method === "POST") return await create(request);
    if (sid && id && request.method === "GET") return read(id, path);
    return fail({
      status: 501,
      code: 0,
      message: `Not implemented here: ${request.method} ${path}`,
    });
  };
}

function sms(to: string, from: string, text: string): Message {
  const sms = {
    id: `SM${hex(16)}`,
    channel: "sms" as const,
    at: new Date().toISOString(),
    from,
    to: [to],
    text,
  };
  const none = {
    subject: null,
    html: null,
    headers: {},
    variables: {},
    tags: [],
    attachments: [],
  };
  return { ...sms, ...none, status: "queued", errorCode: null };
}

function resource(
  { id, at, from, to, text, status, errorCode }: Message,
  account: string,
) {
  const date = new Date(at).toUTCString().replace("GMT", "+0000");
  const uri = `/2010-04-01/Accounts/${account}/Messages/${id}`;
  return {
    account_sid: account,
    api_version: "2010-04-01",
    body: text,
    date_created: date,
    date_sent: status === "queued" ? null : date,
    date_updated: date,
    direction: "outbound-api",
    error_code: errorCode,
    error_message: errorCode === null
      ? null
      : "Unreachable destination handset",
    from,
    messaging_service_sid: null,
    num_media: "0",
    num_segments: String(segments(text)),
    price: null,
    price_unit: "USD",
    sid: id,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: to[0],
    uri: `${uri}.json`,
  };
}

function callbackParams(
  account: string,
  id: string,
  to: string,
  from: string,
  status: string,
  code: number | null,
) {
  const message = {
    MessageSid: id,
    SmsSid: id,
    MessageStatus: status,
    SmsStatus: status,
  };
  const params = {
    AccountSid: account,
    ApiVersion: "2010-04-01",
    To: to,
    From: from,
    ...message,
  };
  return code === null ? params : { ...params, ErrorCode: String(code) };
}

/** HMAC-SHA1 over the URL and the sorted parameters (twilio.com/docs/usage/security). */
function sign(
  token: string,
  url: string,
  params: Record<string, string>,
): string {
  const text = Object.entries(params).sort(([a], [b]) => a < b ? -1 : 1).flat()
    .join("");
  return createHmac("sha1", token).update(url + text).digest("base64");
}

function fail({ status, code, message }: TwilioError): Response {
  return Response.json({
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  }, { status });
}

function unauthorised(): Response {
  return fail({ status: 401, code: 20003, message: "Authenticate" });
}

function brokenPage(status = 500): Response {
  const html =
    `<!doctype html><title>${status}</title><h1>An internal server error has occurred</h1>`;
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

function isHttp(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
