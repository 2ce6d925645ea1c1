import { HttpError } from "fresh";
import { getLogger } from "@logtape/logtape";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import * as v from "valibot";
import { readBody } from "@/services/http/body.ts";
import { serviceClient } from "@/services/supabase.ts";

const log = getLogger(["econsult", "auth-hook"]);

/** A hook says no: Auth answers its caller with this status and message. */
export class HookRefusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Larger than any payload of Auth's, in bytes. */
const LARGEST = 100_000;

/**
 * Answers a hook of Supabase Auth: checks its signature (Standard Webhooks, five minutes of tolerance), reads the
 * payload, and does `work`. Auth waits five seconds in all; `work` has to be done in four.
 */
export async function answerHook<Schema extends v.GenericSchema>(
  request: Request,
  secret: string,
  schema: Schema,
  work: (payload: v.InferOutput<Schema>) => Promise<void>,
): Promise<Response> {
  try {
    const payload = v.safeParse(schema, await verified(request, secret));
    if (!payload.success) throw new HookRefusal(400, "Unknown payload");
    // A recorded request is good for five minutes by its signature, and does its work once.
    if (await isFirst(request)) await work(payload.output);
    return Response.json({});
  } catch (error) {
    if (error instanceof HookRefusal) return refusal(error);
    if (error instanceof HttpError) {
      return refusal(new HookRefusal(error.status, error.message));
    }
    log.error("hook failed: {error}", { error });
    return refusal(new HookRefusal(500, "The hook failed"));
  }
}

/** How long the database may take to say whether a request was here before, in milliseconds. */
const TIMEOUT_MS = 500;

async function isFirst(request: Request): Promise<boolean> {
  const { data, error } = await serviceClient().rpc("take_attempt", {
    subject: `hook ${request.headers.get("webhook-id")}`,
    allowed: 1,
    window_seconds: 15 * 60,
  }).abortSignal(AbortSignal.timeout(TIMEOUT_MS));
  return error !== null || data; // a code that comes twice is better than none
}

async function verified(request: Request, secret: string): Promise<unknown> {
  const body = await (await readBody(request, LARGEST)).text();
  try {
    return new Webhook(secret.replace(/^v1,/, "")).verify(
      body,
      Object.fromEntries(request.headers),
    );
  } catch (error) {
    if (error instanceof WebhookVerificationError) {
      throw new HookRefusal(401, "Invalid signature");
    }
    throw new HookRefusal(400, "The payload is no JSON");
  }
}

/** Auth reads the reason only from a good answer; a wrong caller gets the status itself. */
function refusal({ status, message }: HookRefusal): Response {
  const wrongCaller = status === 400 || status === 401 || status === 413;
  return Response.json(
    { error: { http_code: status, message } },
    { status: wrongCaller ? status : 200 },
  );
}
