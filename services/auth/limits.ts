import { env } from "@/env.ts";
import { ipPrefix } from "@/services/http/client_ip.ts";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "@/services/supabase.ts";

/**
 * How often something may be tried within `window` seconds: for one account (or number) and for one network
 * address. Behind an address may be a family or an office, so it gets more; but for passwords the account gets more
 * than one address has, or any stranger could lock its owner out. GoTrue counts on its own as well.
 */
const limits = {
  "sign-in": { account: 300, clientIp: 100, window: 15 * 60 },
  "password-again": { account: 10, clientIp: 100, window: 15 * 60 },
  "contact-change": { account: 5, clientIp: 20, window: 60 * 60 },
  "sign-up": { account: 5, clientIp: 20, window: 60 * 60 },
  "sign-up-code": { account: 10, clientIp: 100, window: 60 * 60 },
  "code": { account: 30, clientIp: 100, window: 60 * 60 },
  "code-sms": { account: 40, clientIp: 0, window: 60 * 60 },
  "link": { account: 5, clientIp: 20, window: 60 * 60 },
  "mail": { account: 8, clientIp: 0, window: 60 * 60 },
  "verification": { account: 0, clientIp: 60, window: 60 },
  "outcome": { account: 0, clientIp: 300, window: 60 * 60 },
  "export": { account: 0, clientIp: 40, window: 24 * 60 * 60 },
  "draft": { account: 60, clientIp: 60, window: 60 * 60 },
} as const;

/** What is counted. `contact-change`: new numbers and addresses of an account; `code`, `sign-up-code`: SMS that are sent again; `code-sms`: every SMS of Auth's; `link`: e-mails with a link; `mail`: every e-mail of Auth's; `draft`, `outcome`: forms of strangers; `verification`: codes of documents; `export`: downloads of all data, of which an account's are counted in Postgres. */
export type Attempt = keyof typeof limits;

/** Counts one attempt; false when there were too many. Throws a Problem when the database does not answer. */
export async function mayTry(
  attempt: Attempt,
  { account, clientIp }: { account?: string; clientIp: string },
): Promise<boolean> {
  // The address first: what it may no longer try must not count against an account.
  if (!await take(attempt, "clientIp", ipPrefix(clientIp))) return false;
  return account === undefined || await take(attempt, "account", account);
}

/**
 * Counts one SMS that Auth wants to send to an account's number; false when there were too many: whoever holds the
 * password can ask Auth itself, past our pages. Throws a Problem when the database does not answer.
 */
export function mayText(account: string): Promise<boolean> {
  return take("code-sms", "account", account);
}

/** The same for the e-mails of Auth's: whoever knows an address can ask Auth itself to write to it. */
export function mayMail(account: string): Promise<boolean> {
  return take("mail", "account", account);
}

/** Who pays counts a day: SMS to numbers that nobody has proved, in all and to one country other than our own. */
export async function mayTextUnproved(country: string): Promise<boolean> {
  const { SIGN_UP_SMS_PER_DAY: all, SIGN_UP_SMS_PER_COUNTRY: abroad } = env();
  return (country === HOME || await count(`sign-up-sms ${country}`, abroad)) &&
    await count("sign-up-sms", all);
}

const HOME = "LU";
const DAY = 24 * 60 * 60;

async function count(subject: string, allowed: number): Promise<boolean> {
  return unwrap(
    await serviceClient().rpc("take_attempt", {
      subject,
      allowed,
      window_seconds: DAY,
    }),
  );
}

async function take(
  attempt: Attempt,
  kind: "account" | "clientIp",
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
