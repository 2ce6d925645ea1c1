import { HttpError } from "fresh";
import * as v from "valibot";
import { env } from "@/env.ts";
import { readCookies, setCookie } from "./cookies.ts";
import { fits } from "./draft.ts";
import { mayTry } from "@/services/auth/limits.ts";
import { unwrap } from "./problem.ts";
import { isUuid } from "./uuid.ts";
import { serviceClient } from "@/services/supabase.ts";

/** What a form's page shows after its POST: the answers without passwords, what is wrong, or where something was sent. */
const FormOutcome = v.object({
  /** Which of the page's forms. */
  form: v.optional(v.string()),
  typed: v.record(v.string(), v.string()),
  problems: v.optional(v.record(v.string(), v.string()), {}),
  failure: v.optional(v.string()),
  sent: v.optional(v.boolean(), false),
});
export type FormOutcome = v.InferOutput<typeof FormOutcome>;

/** As the database keeps it. `jsonb` sorts keys: the order of the fields, in which errors are listed, stands apart. */
const KeptOutcome = v.object({
  ...FormOutcome.entries,
  order: v.optional(v.array(v.string()), []),
});

/** Name in the page's query; with a cookie of its own for each, so that two tabs keep theirs. */
export const OUTCOME = "outcome";

/** As long as the database keeps it, in seconds. */
const LIFETIME = 60 * 60;

/**
 * Keeps what became of a form for the page that its POST redirects to, so that reloading that page sends nothing again.
 * Returns the name by which the page finds it; the answers stay in the database, and only this browser gets them back.
 * When the `owner` is known, nobody else gets them back. Throws 429 when too many came from one network address.
 */
export async function saveOutcome(
  { responseHeaders, clientIp }: { responseHeaders: Headers; clientIp: string },
  path: string,
  outcome: v.InferInput<typeof FormOutcome>,
  owner?: string,
): Promise<string> {
  // What strangers send would otherwise fill the table.
  if (!await mayTry("outcome", { clientIp })) throw new HttpError(429);
  const kept = fits(outcome, owner) ? outcome : { ...outcome, typed: {} };
  const order = Object.keys(kept.problems ?? {});
  const ticket = unwrap(
    await serviceClient().rpc("save_draft", {
      path,
      fields: JSON.parse(JSON.stringify({ ...kept, order })),
      account_id: owner,
    }),
  );
  const name = crypto.randomUUID().slice(0, 8);
  setCookie(responseHeaders, {
    name: `${OUTCOME}-${name}`,
    value: ticket,
    path,
    maxAge: LIFETIME,
    httpOnly: true,
    sameSite: "lax",
    secure: env().PUBLIC_URL.startsWith("https:"),
  });
  return name;
}

/** What became of the form whose POST led here; null when there is none, or it is another browser's or person's. */
export async function readOutcome(
  request: Request,
  reader?: string,
): Promise<FormOutcome | null> {
  const url = new URL(request.url);
  const name = url.searchParams.get(OUTCOME);
  if (name === null || !/^[0-9a-f]{8}$/.test(name)) return null;
  const ticket = readCookies(request)[`${OUTCOME}-${name}`];
  if (!isUuid(ticket)) return null;
  const kept = unwrap(
    await serviceClient().rpc("read_draft", {
      ticket,
      path: url.pathname,
      account_id: reader,
    }),
  );
  const read = v.safeParse(KeptOutcome, kept);
  if (!read.success) return null;
  const { order, ...outcome } = read.output;
  const problems = Object.entries(outcome.problems)
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return { ...outcome, problems: Object.fromEntries(problems) };
}

/** The page of a form with the name of an outcome in its query. */
export function withOutcome(path: string, name: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${OUTCOME}=${name}`;
}
