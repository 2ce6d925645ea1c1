import type { Config } from "../config.ts";
import { AuthError } from "./errors.ts";

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
  /** Throws 429 when `who` did `action` too often. */
  check(action: LimitedAction, who: string): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

const REFUSALS: Record<LimitedAction, [string, string]> = {
  token: ["over_request_rate_limit", "Request rate limit reached"],
  verify: ["over_request_rate_limit", "Request rate limit reached"],
  otp: ["over_request_rate_limit", "Request rate limit reached"],
  factor: ["over_request_rate_limit", "Request rate limit reached"],
  email: ["over_email_send_rate_limit", "email rate limit exceeded"],
  sms: ["over_sms_send_rate_limit", "SMS rate limit exceeded"],
};
/** So many callers are remembered; then the ones whose buckets are full again are forgotten. */
const REMEMBERED = 10_000;

/** Token buckets with the rates of `config`. `now` is in milliseconds. */
export function createRateLimits(
  { auth, gotrue }: Config,
  now = () => Date.now(),
): RateLimits {
  const {
    token_refresh,
    token_verifications,
    sign_in_sign_ups,
    email_sent,
    sms_sent,
  } = auth.rate_limit;
  // Upstream's bursts are 30 for each path; here paths share a bucket, so all of a larger count may come at once.
  const perFiveMinutes = (count: number) => ({
    burst: Math.max(30, count),
    perSecond: count / 300,
  });
  const perHour = (count: number) => ({
    burst: count,
    perSecond: count / 3600,
  });
  const rates: Record<LimitedAction, { burst: number; perSecond: number }> = {
    token: perFiveMinutes(token_refresh),
    verify: perFiveMinutes(token_verifications),
    otp: perFiveMinutes(sign_in_sign_ups),
    factor: perFiveMinutes(gotrue.MFA_RATE_LIMIT_CHALLENGE_AND_VERIFY * 5),
    email: perHour(email_sent),
    sms: perHour(sms_sent),
  };
  const buckets = new Map<string, Bucket>();
  return {
    check(action, who) {
      const { burst, perSecond } = rates[action];
      const key = `${action} ${who}`;
      const filled = ({ tokens, at }: Bucket) =>
        Math.min(burst, tokens + (now() - at) / 1000 * perSecond);
      if (buckets.size >= REMEMBERED) {
        for (const [other, bucket] of buckets) {
          if (now() - bucket.at > 300_000) buckets.delete(other);
        }
      }
      const bucket = buckets.get(key);
      const tokens = bucket ? filled(bucket) : burst;
      if (tokens < 1) throw new AuthError(429, ...REFUSALS[action]);
      buckets.set(key, { tokens: tokens - 1, at: now() });
    },
  };
}
