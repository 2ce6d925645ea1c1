import { networkOf } from "../address.ts";
import { unwrap } from "../problem.ts";
import { serviceClient } from "../supabase.ts";

/**
 * How often something may be tried within `window` seconds: for one account (or number) and for one network
 * address. Behind an address may be a family or an office, so it gets more; but for passwords the account gets more
 * than one address has, or any stranger could lock its owner out. GoTrue counts on its own as well.
 */
const limits = {
  "sign-in": { account: 300, address: 100, window: 15 * 60 },
  "sign-up": { account: 5, address: 20, window: 60 * 60 },
  "sign-up-code": { account: 10, address: 100, window: 60 * 60 },
  "code": { account: 30, address: 100, window: 60 * 60 },
  "code-sms": { account: 40, address: 0, window: 60 * 60 },
  "link": { account: 5, address: 20, window: 60 * 60 },
  "draft": { account: 60, address: 60, window: 60 * 60 },
} as const;

/** What is counted. `code`, `sign-up-code`: SMS that are sent again; `code-sms`: every SMS of Auth's; `link`: e-mails with a link; `draft`: forms of strangers. */
export type Attempt = keyof typeof limits;

/** Counts one attempt; false when there were too many. Throws a Problem when the database does not answer. */
export async function mayTry(
  attempt: Attempt,
  { account, address }: { account?: string; address: string },
): Promise<boolean> {
  // The address first: what it may no longer try must not count against an account.
  if (!await take(attempt, "address", networkOf(address))) return false;
  return account === undefined || await take(attempt, "account", account);
}

/**
 * Counts one SMS that Auth wants to send to an account's number; false when there were too many: whoever holds the
 * password can ask Auth itself, past our pages. Throws a Problem when the database does not answer.
 */
export function mayText(account: string): Promise<boolean> {
  return take("code-sms", "account", account);
}

async function take(
  attempt: Attempt,
  kind: "account" | "address",
  subject: string,
): Promise<boolean> {
  const { window, ...allowed } = limits[attempt];
  return unwrap<boolean>(
    await serviceClient().rpc("take_attempt", {
      subject: `${attempt} ${kind} ${subject.toLowerCase()}`,
      allowed: allowed[kind],
      window_seconds: window,
    }),
  );
}
