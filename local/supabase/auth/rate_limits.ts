import type { Config } from "../config.ts";
import { refusal } from "./errors.ts";

/** What is counted by itself. */
export type LimitedAction =
  | "token"
  | "verify"
  | "otp"
  | "factor"
  | "email"
  | "sms";

/** Counts actions by caller. */
export interface RateLimits {
  /** Throws 429 when `who` did `action` too often; each `path` of an action counts by itself. */
  check(action: LimitedAction, who: string, path?: string): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

interface Rate {
  burst: number;
  perSecond: number;
}

/** What may come at once on a path, whatever its rate. */
const BURST = 30;
/** So many callers are remembered; then the ones whose buckets are full again are forgotten. */
const REMEMBERED = 10_000;

/** Token buckets with the rates of `config`. `now` is in milliseconds. */
export function createRateLimits(
  { auth, gotrue }: Config,
  now = () => Date.now(),
): RateLimits {
  const limits = auth.rate_limit;
  const perFiveMinutes = (count: number): Rate => ({
    burst: BURST,
    perSecond: count / 300,
  });
  const perHour = (count: number): Rate => ({
    burst: count,
    perSecond: count / 3600,
  });
  const rates: Record<LimitedAction, Rate> = {
    token: perFiveMinutes(limits.token_refresh),
    verify: perFiveMinutes(limits.token_verifications),
    otp: perFiveMinutes(limits.sign_in_sign_ups),
    factor: perFiveMinutes(gotrue.MFA_RATE_LIMIT_CHALLENGE_AND_VERIFY * 5),
    email: perHour(limits.email_sent),
    sms: perHour(limits.sms_sent),
  };
  const buckets = new Map<string, Bucket>();
  return {
    check(action, who, path = "") {
      const { burst, perSecond } = rates[action];
      const key = `${action} ${path} ${who}`;
      const filled = ({ tokens, at }: Bucket) =>
        Math.min(burst, tokens + (now() - at) / 1000 * perSecond);
      if (buckets.size >= REMEMBERED) {
        for (const [other, bucket] of buckets) {
          if (now() - bucket.at > 300_000) buckets.delete(other);
        }
      }
      const bucket = buckets.get(key);
      const tokens = bucket ? filled(bucket) : burst;
      if (tokens < 1) {
        const isMessage = action === "email" || action === "sms";
        throw refusal(
          isMessage
            ? `over_${action}_send_rate_limit`
            : "over_request_rate_limit",
        );
      }
      buckets.set(key, { tokens: tokens - 1, at: now() });
    },
  };
}
