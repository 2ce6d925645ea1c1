import { getLogger } from "@logtape/logtape";
import webpush from "web-push";
import { paths } from "@/domain/paths.ts";
import { type Env, env } from "@/env.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { unwrap } from "@/services/http/problem.ts";
import { type DatabaseClient, serviceClient } from "@/services/supabase.ts";
import { isPushService } from "./push_services.ts";

/** What we use of web-push: the package comes without types. */
interface WebPush {
  generateRequestDetails(
    subscription: {
      endpoint: string;
      keys: { p256dh: string; auth: string };
    },
    payload: string,
    options: {
      vapidDetails: { subject: string; publicKey: string; privateKey: string };
      /** How long the push service keeps it for a browser that is away, in seconds. */
      TTL: number;
      urgency: "high";
      /** A second message of this name takes the place of the first. */
      topic: string;
    },
  ): {
    endpoint: string;
    method: string;
    headers: Record<string, string | number>;
    body: Uint8Array<ArrayBuffer>;
  };
}

// The interface above was written from the package's documentation.
const { generateRequestDetails } = webpush as WebPush;

/** A browser to tell, as the database gives it. */
interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Language;
}

const log = getLogger(["econsult", "push"]);

/** What is told, and how long a push service keeps it for a browser that is away, in seconds. */
const pushes = {
  // As long as a call rings. Mirrored in SQL: private.call_rings_for.
  call: { words: "pushCall", ttl: 45 },
  // Nobody knows how long the doctor waits; afterwards it would call for nothing.
  reopened: { words: "pushReopened", ttl: 300 },
} as const;

/** Timeout for a push service, in milliseconds: the call rings meanwhile. */
const TIMEOUT_MS = 5_000;

/** Pause before the second and last try, in milliseconds. */
const RETRY_MS = 1_000;

/** The keys of this installation; undefined without them: then nobody is offered to be told. */
function vapidDetails({ HELPDESK_EMAIL, ...keys }: Env) {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = keys;
  return publicKey !== undefined && privateKey !== undefined
    ? { subject: `mailto:${HELPDESK_EMAIL}`, publicKey, privateKey }
    : undefined;
}

/** The public key with which browsers subscribe; null without keys. */
export function pushKey(): string | null {
  return vapidDetails(env())?.publicKey ?? null;
}

/**
 * Tells the patient's browsers, which may have closed the page, that the doctor calls or has opened the consultation
 * again, and nothing else. Never throws: the open page rings all the same. What a push service no longer knows is
 * forgotten; that one took the news of a reopening is noted, else an SMS and an e-mail tell of it.
 */
export async function pushNews(
  kind: keyof typeof pushes,
  appointmentId: string,
  client: DatabaseClient = serviceClient(),
): Promise<void> {
  const vapid = vapidDetails(env());
  if (vapid === undefined) return;
  const { words, ttl } = pushes[kind];
  try {
    const browsers: Subscription[] = unwrap(
      await client.rpc("ringing_subscriptions", {
        appointment_id: appointmentId,
      }),
    );
    const outcomes = await Promise.all(browsers.map(async (browser) => {
      const { connection } = texts(browser.language);
      const { endpoint, ...request } = generateRequestDetails(
        { endpoint: browser.endpoint, keys: browser },
        JSON.stringify({
          text: connection[words],
          path: paths.waitingRoom(browser.language, appointmentId),
        }),
        {
          vapidDetails: vapid,
          TTL: ttl,
          urgency: "high",
          topic: "call",
        },
      );
      return await deliver(endpoint, request);
    }));
    const endpointsWith = (outcome: Outcome) =>
      browsers.filter((_, index) => outcomes[index] === outcome)
        .map(({ endpoint }) => endpoint);
    const taken = endpointsWith("taken");
    if (kind === "reopened" && taken.length > 0) {
      unwrap(
        await client.rpc("note_reopening_pushed", {
          appointment_id: appointmentId,
          endpoints: taken,
        }),
      );
    }
    const gone = endpointsWith("gone");
    if (gone.length > 0) {
      unwrap(
        await client.rpc("remove_push_subscriptions", { endpoints: gone }),
      );
    }
  } catch (error) {
    log.warn("nothing was pushed: {error}", { error });
  }
}

/** The push service has taken it, does not know the browser any more, or did not answer. */
type Outcome = "taken" | "gone" | "unanswered";

async function deliver(
  endpoint: string,
  { method, headers, body }: Omit<
    ReturnType<WebPush["generateRequestDetails"]>,
    "endpoint"
  >,
): Promise<Outcome> {
  if (!isPushService(endpoint, env().PUSH_SERVICES)) return "gone";
  for (let attempt = 0; attempt < 2; attempt++) {
    if (attempt > 0) await new Promise((next) => setTimeout(next, RETRY_MS));
    try {
      const answer = await fetch(endpoint, {
        method,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, String(value)]),
        ),
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      if (answer.status === 404 || answer.status === 410) return "gone";
      // Sent twice it takes its own place: safe to repeat.
      if (answer.ok) return "taken";
      if (answer.status < 500 && answer.status !== 429) return "unanswered";
      log.warn("push service answered {status}", { status: answer.status });
    } catch (error) {
      log.warn("push service did not answer: {reason}", {
        reason: error instanceof Error ? error.name : "unknown",
      });
    }
  }
  return "unanswered";
}
