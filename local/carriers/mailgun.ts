import type { Callbacks } from "./callbacks.ts";
import type { Outage } from "./faults.ts";
import { hasBasic, readForm } from "./http.ts";
import { readMail } from "./mail.ts";
import type { Store } from "./store.ts";
import type { Message } from "./types.ts";
import { signedEvent } from "./mailgun_webhook.ts";

/** The sending domain, its key, and where events go (none without `webhookUrl`). */
export interface MailgunDomain {
  domain: string;
  key: string;
  webhookUrl?: string;
  signingKey: string;
}

const LIMIT = 25 * 1024 * 1024;
const RETRIES_MS = [1_000, 5_000, 30_000];

/** Mailgun's `POST /v3/{domain}/messages`; everything else is refused with 501. */
export function mailgun(
  account: MailgunDomain,
  store: Store,
  outage: Outage,
  callbacks: Callbacks,
) {
  const create = async (request: Request): Promise<Response> => {
    const read = await readMail(await readForm(request, LIMIT), account.domain);
    if (typeof read === "string") return answer(400, read);
    const magic = read.message.to.map(magicOf).find((name) =>
      name !== undefined
    );
    if (magic === "400") {
      return answer(
        400,
        "to parameter is not a valid address. please check documentation",
      );
    }
    if (magic === "429") return answer(429, "Too many requests");
    if (magic === "500") return answer(500, "Internal Server Error");
    if (magic === "timeout") return outage.silence(request);
    store.add(read.message, read.files);
    if (!read.testMode) callbacks.run(() => deliver(read.message, magic));
    if (magic === "lost" || outage.mailgun === "lost") {
      return outage.silence(request);
    }
    return Response.json({
      id: read.message.headers["Message-Id"],
      message: "Queued. Thank you.",
    });
  };

  const deliver = async (message: Message, magic: string | undefined) => {
    const failed = magic === "bounce" || magic === "busy";
    const tell = async (kind: "delivered" | "permanent" | "temporary") => {
      for (const recipient of account.webhookUrl ? message.to : []) {
        const init = () =>
          signedEvent(account.signingKey, message, recipient, kind);
        await callbacks.post(account.webhookUrl ?? "", init, RETRIES_MS);
      }
    };
    if (magic === "busy") await tell("temporary");
    store.setStatus(message.id, failed ? "failed" : "delivered");
    await tell(failed ? "permanent" : "delivered");
  };

  return async (request: Request, path: string): Promise<Response> => {
    if (outage.mailgun === "down") return answer(503, "Service Unavailable");
    if (outage.mailgun === "slow" && !await outage.slow(request)) {
      return new Response(null, { status: 499 });
    }
    if (!hasBasic(request, "api", account.key)) return unauthorised();
    const domain = /^\/v3\/([^/]+)\/messages$/.exec(path)?.[1];
    if (!domain || request.method !== "POST") {
      return answer(501, `Not implemented here: ${request.method} ${path}`);
    }
    if (domain !== account.domain) {
      return answer(404, `Domain not found: ${domain}`);
    }
    return await create(request);
  };
}

/** `<name>[+tag]@fail.example`: what the address makes go wrong. */
function magicOf(address: string): string | undefined {
  return /^(400|429|500|timeout|lost|bounce|busy)(?:\+[^@]*)?@fail\.example$/i
    .exec(address)?.[1]?.toLowerCase();
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

function unauthorised(): Response {
  return new Response("Forbidden", {
    status: 401,
    headers: { "www-authenticate": 'Basic realm="MG API"' },
  });
}
