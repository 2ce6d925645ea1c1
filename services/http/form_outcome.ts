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

/** What a redirect to a form's page needs of the request of its POST. */
interface Posted {
  state: { responseHeaders: Headers; clientIp: string };
  redirect: (to: string, status: number) => Response;
}

/**
 * Keeps what became of a form, and redirects to its `page` (with a query and a fragment if it has them), which finds it
 * by a name in its query: reloading that page sends nothing again. The answers stay in the database, and only this
 * browser gets them back; when the `owner` is known, nobody else. Throws 429 when too many came from one network address.
 */
export async function redirectWithOutcome(
  ctx: Posted,
  page: string,
  outcome: v.InferInput<typeof FormOutcome>,
  owner?: string,
): Promise<Response> {
  const url = new URL(page, env().PUBLIC_URL);
  const name = await saveOutcome(ctx.state, url.pathname, outcome, owner);
  url.searchParams.set(OUTCOME, name);
  return ctx.redirect(url.pathname + url.search + url.hash, 303);
}

/** Keeps an outcome, and sets the cookie that opens it; returns its name. */
async function saveOutcome(
  { responseHeaders, clientIp }: Posted["state"],
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
