import { App } from "fresh";
import type { Sql } from "postgres";
import type { State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { outboxProject } from "../jobs/testing.ts";
import { serveCarriers } from "../local/carriers/server.ts";
import { withConfig } from "../local/deno.ts";
import { type CrowdMember, newCrowd } from "./crowd.ts";

/** What became of the outbox after workers were killed and providers failed. */
export interface OutboxRun {
  /** Messages that the providers took, and different ones among them. */
  taken: number;
  different: number;
  /** Messages that were still due when the workers were killed. */
  dueAtKill: number;
  /** Rows of the outbox that are not settled. */
  unsettled: number;
  /** Requests that the providers refused on purpose. */
  refused: number;
  seconds: number;
}

/** Longer than a worker needs for one message on a busy machine, in milliseconds. */
const STILL_MS = 6_000;

const TWILIO_SID = `AC${"1".repeat(32)}`;
const account = {
  TWILIO_ACCOUNT_SID: TWILIO_SID,
  TWILIO_AUTH_TOKEN: "the-token-of-the-account",
  TWILIO_FROM: "eConsult",
  MAILGUN_API_KEY: "the-key-of-the-domain",
  MAILGUN_DOMAIN: "mail.econsult.example",
  MAILGUN_WEBHOOK_SIGNING_KEY: "the-key-of-the-webhooks",
};

/**
 * Four workers send a number of confirmations (an SMS and an e-mail for each of half as many patients) through
 * providers that fail one request in five; two of the workers are killed in the middle of it. When the providers'
 * reports are lost, only asking them tells what they have taken of the dead.
 */
export async function runOutbox(
  messages: number,
  reports: "arrive" | "are lost",
): Promise<OutboxRun> {
  await using stack = new AsyncDisposableStack();
  const hooks = Promise.withResolvers<
    (request: Request) => Promise<Response>
  >();
  const app = stack.use(Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) =>
      reports === "arrive"
        ? await (await hooks.promise)(request)
        // At 406 the providers do not try again.
        : new Response(null, { status: 406 }),
  ));
  const PUBLIC_URL = `http://127.0.0.1:${app.addr.port}`;
  const data = await Deno.makeTempDir({ prefix: "providers-test-" });
  stack.defer(() => Deno.remove(data, { recursive: true }));
  const providers = await serveCarriers({
    port: 0,
    hostname: "127.0.0.1",
    data,
    twilio: { sid: TWILIO_SID, token: account.TWILIO_AUTH_TOKEN },
    mailgun: {
      domain: account.MAILGUN_DOMAIN,
      key: account.MAILGUN_API_KEY,
      signingKey: account.MAILGUN_WEBHOOK_SIGNING_KEY,
      webhookUrl: PUBLIC_URL + paths.mailgunHook(),
    },
  });
  stack.defer(() => providers.close());
  const inbox = `http://127.0.0.1:${providers.port}`;
  const failing = failingProxy(inbox);
  stack.use(failing.server);
  const project = stack.use(
    await outboxProject({
      ...account,
      PUBLIC_URL,
      TWILIO_API_URL: failing.url,
      MAILGUN_API_URL: failing.url,
    }),
  );
  const [twilioHook, mailgunHook] = await Promise.all([
    import("@/routes/api/hooks/twilio.ts"),
    import("@/routes/api/hooks/mailgun.ts"),
  ]);
  hooks.resolve(
    new App<State>()
      .post(paths.twilioHook(), twilioHook.handler.POST)
      .post(paths.mailgunHook(), mailgunHook.handler.POST)
      .handler(),
  );
  const { sql } = project;
  await confirmations(sql, await newCrowd(sql, messages / 2));

  const began = performance.now();
  const workers = [1, 2, 3, 4].map(startWorker);
  stack.defer(async () => {
    for (const worker of workers) end(worker, "SIGTERM");
    await Promise.all(workers.map((worker) => worker.status));
  });
  // Ten a second at the least.
  const limit = performance.now() + 60_000 + messages * 100;
  const dueAtKill = await until(sql, limit, (due) => due < messages * 0.8);
  for (const worker of workers.slice(0, 2)) end(worker, "SIGKILL");
  await until(sql, limit, (due) => due === 0, new Date());
  const seconds = (performance.now() - began) / 1000;
  const taken = await takenBy(inbox);
  const [row] = await sql`
    select count(*)::int as count from public.notifications where state not in ('sent', 'delivered')`;
  return {
    taken: taken.length,
    different: new Set(taken).size,
    dueAtKill,
    unsettled: row?.count,
    refused: failing.refused(),
    seconds,
  };
}

/** An appointment and a confirmation of it for each. */
async function confirmations(
  sql: Sql,
  crowd: readonly CrowdMember[],
): Promise<void> {
  const ids = crowd.map(({ id }) => id);
  await sql.begin(async (transaction) => {
    // Nobody listens to their agenda here.
    await transaction`set local session_replication_role = replica`;
    await transaction`delete from public.notifications`;
    await transaction`
      insert into public.appointments (patient_id, doctor_id, during, language)
      select patient_id, (select id from public.doctors where slug = 'paul-reuter'),
        tstzrange(start, start + interval '1 minute'), 'fr'
      from (
        select patient_id, now() + interval '40 days' + make_interval(mins => row_number() over ()::int) as start
        from public.guardianships where account_id = any(${ids}::uuid[])
      ) as crowd`;
    await transaction`
      select private.notify('appointment_confirmation', account_id, appointment.id)
      from public.guardianships
      join public.appointments as appointment using (patient_id)
      where account_id = any(${ids}::uuid[])`;
  });
}

/** Before the providers: one request to send in five fails, and was not carried out. */
function failingProxy(target: string) {
  let count = 0;
  let refused = 0;
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      if (request.method === "POST" && ++count % 5 === 0) {
        refused++;
        await request.body?.cancel();
        return new Response("{}", { status: 503 });
      }
      const { pathname, search } = new URL(request.url);
      return await fetch(target + pathname + search, {
        method: request.method,
        headers: request.headers,
        body: request.body,
      });
    },
  );
  return {
    server,
    url: `http://127.0.0.1:${server.addr.port}`,
    refused: () => refused,
  };
}

function startWorker(): Deno.ChildProcess {
  const program = new URL("outbox_worker.ts", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: withConfig(["run", "-A", program]),
    stdout: "null",
    stderr: "null",
  }).spawn();
}

function end(worker: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    worker.kill(signal);
  } catch {
    // It has ended.
  }
}

/**
 * Waits until so many are due, and returns how many. What failed is due again at once, and leases of the dead run out when whatever was
 * handed over has been reported, as it is within the two minutes of a lease.
 */
async function until(
  sql: Sql,
  limit: number,
  holds: (due: number) => boolean,
  killedAt?: Date,
): Promise<number> {
  let before = -1;
  let stillSince = performance.now();
  for (;;) {
    const [row] = await sql<{ due: number; leased: number }[]>`
      select count(*)::int as due, count(*) filter (where leased_until > now())::int as leased
      from public.notifications where state = 'due'`;
    const { due = 0, leased = 0 } = row ?? {};
    if (holds(due)) return due;
    if (performance.now() > limit) throw new Error(`${due} are still due`);
    await sql`update public.notifications set due_at = now() where state = 'due' and due_at > now() and lease is null`;
    if (due !== before) stillSince = performance.now();
    // Nothing moves: only the dead hold what is left, and they claimed it before they were killed, or by a request that
    // the server answered a moment after it.
    if (
      killedAt && due === leased && performance.now() - stillSince > STILL_MS
    ) {
      await sql`
        update public.notifications set leased_until = now()
        where state = 'due' and leased_until < ${killedAt}::timestamptz + interval '123 seconds'`;
    }
    before = due;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** What the providers took: channel and recipient of each message. */
async function takenBy(inbox: string): Promise<string[]> {
  const response = await fetch(`${inbox}/api/messages`);
  const messages: { channel: string; to: string[] }[] = await response.json();
  return messages.map(({ channel, to }) => `${channel} ${to}`);
}
