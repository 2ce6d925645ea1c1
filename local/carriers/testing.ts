import Mailgun from "mailgun.js";
import twilio from "twilio";
import { serveCarriers } from "./server.ts";
import type { Message } from "./types.ts";

/** The account of the tests. */
export const SID = "AC" + "0".repeat(32);

/** Runs `test` against carriers of their own, on a free port and a temporary folder. */
export async function withCarriers(
  test: (base: string, restart: () => Promise<string>) => Promise<void>,
  webhookUrl?: string,
) {
  const data = await Deno.makeTempDir();
  const start = () =>
    serveCarriers({
      port: 0,
      hostname: "127.0.0.1",
      data,
      twilio: { sid: SID, token: "secret", from: "+15005550006" },
      mailgun: {
        domain: "mail.example",
        key: "key-1",
        signingKey: "sign",
        webhookUrl,
      },
    });
  let carriers = await start();
  const base = () => `http://127.0.0.1:${carriers.port}`;
  try {
    await test(base(), async () => {
      await carriers.close();
      carriers = await start();
      return base();
    });
  } finally {
    await carriers.close();
    await Deno.remove(data, { recursive: true });
  }
}

/** Transport over fetch, as an application has it: the default one can send twice under Deno. */
class FetchClient extends twilio.RequestClient {
  constructor(private timeoutMs: number) {
    super();
  }

  // deno-lint-ignore no-explicit-any -- the SDK's own signature is generic over any data
  override async request(opts: any): Promise<any> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), this.timeoutMs);
    try {
      const basic = btoa(`${opts.username}:${opts.password}`);
      const query = opts.params ? `?${new URLSearchParams(opts.params)}` : "";
      const response = await fetch(opts.uri + query, {
        method: opts.method,
        headers: { authorization: `Basic ${basic}` },
        body: opts.data && new URLSearchParams(opts.data),
        signal: timeout.signal,
      });
      const text = await response.text();
      const json = response.headers.get("content-type")?.includes("json");
      return {
        statusCode: response.status,
        body: json ? JSON.parse(text) : text,
        headers: {},
        toString: () => text,
      };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The official SDK; its calls end after `timeoutMs`. */
export function smsClient(base: string, token = "secret", timeoutMs = 5_000) {
  const client = twilio(SID, token, { httpClient: new FetchClient(timeoutMs) });
  client.api.baseUrl = base;
  return client;
}

/** The official SDK; its calls end after `timeout` milliseconds. */
export function mailClient(base: string, key = "key-1", timeout = 5_000) {
  return new Mailgun(FormData).client({
    username: "api",
    key,
    url: base,
    timeout,
    useFetch: true,
  });
}

/** What the inbox has, newest first. */
export async function messages(base: string, query = ""): Promise<Message[]> {
  return await (await fetch(`${base}/api/messages?${query}`)).json();
}
