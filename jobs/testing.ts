import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { startPostgres } from "../local/supabase/postgres.ts";
import { startSupabase } from "../local/supabase/mod.ts";
import type { Delivery } from "@/services/notifications/delivery.ts";
import type { Mail } from "@/services/notifications/mail.ts";
import { emailContext } from "@/services/notifications/message.ts";
import type { Sms } from "@/services/notifications/sms.ts";
import type { OutboxDeps } from "./outbox.ts";
import { messageSources } from "./deps.ts";

/** One row of `public.notifications`, as far as tests look at it. */
export interface NotificationRow {
  id: string;
  kind: string;
  channel: string;
  state: string;
  attempts: number;
  last_error: string | null;
  provider_message_id: string | null;
  lease: string | null;
  /** Seconds until it is due. */
  due_in: number;
}

/**
 * For tests: the project with migrations and seed on a database of its own. The configuration is the example's,
 * but for `over`; a test file can have one, because the app reads it once.
 */
export async function outboxProject(over: Record<string, string> = {}) {
  await using stack = new AsyncDisposableStack();
  const directory = await Deno.makeTempDir({ prefix: "outbox-test-" });
  stack.defer(() => Deno.remove(directory, { recursive: true }));
  await Deno.chmod(directory, 0o711);
  const postgres = await startPostgres({ directory, throwaway: true });
  stack.defer(() => postgres.stop());
  await setEnvironment({});
  // Read by supabase/config.toml only.
  Deno.env.set("SEND_SMS_HOOK_URI", "http://127.0.0.1:9/send-sms");
  Deno.env.set("SEND_EMAIL_HOOK_URI", "http://127.0.0.1:9/send-email");
  const supabase = stack.use(
    await startSupabase({
      databaseUrl: postgres.url,
      directory,
      workdir: new URL("..", import.meta.url).pathname,
      serverSecret: false, // nobody but this test is there
    }),
  );
  await setEnvironment({
    ...over,
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.apiKeys.publishable,
    SUPABASE_SECRET_KEY: supabase.apiKeys.secret,
  });
  const sql = supabase.db.admin;
  const { secret, publishable } = supabase.apiKeys;
  const client = connect(supabase.url, secret);
  const visitor = connect(supabase.url, publishable);
  const kept = stack.move();
  return {
    sql,
    client,
    visitor,
    /** A worker whose providers only write down what they got. */
    worker: (providers: Providers, over: Partial<OutboxDeps> = {}) =>
      deps(client, visitor, providers, over),
    /** Empties the outbox and puts notifications of one kind about one appointment (or account) into it. */
    async fill(kind: string, account: string, appointment: string | null) {
      await sql`delete from public.notifications`;
      await sql`select private.notify(${kind}, ${account}, ${appointment})`;
    },
    rows: async (): Promise<NotificationRow[]> =>
      await sql<NotificationRow[]>`
        select id, kind, channel, state, attempts, last_error, provider_message_id, lease,
          extract(epoch from due_at - now())::float8 as due_in
        from public.notifications order by channel, created_at, id`,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** What the providers of a test were handed, and what they say. */
export class Providers {
  readonly sms: Sms[] = [];
  readonly mails: Mail[] = [];
  constructor(
    readonly answer: (
      message: Sms | Mail,
    ) => Delivery | Promise<Delivery> = ({ notificationId }) => ({
      outcome: "sent",
      providerMessageId: `provider-${notificationId}`,
    }),
  ) {}
}

function deps(
  client: SupabaseClient,
  visitor: SupabaseClient,
  providers: Providers,
  over: Partial<OutboxDeps>,
): OutboxDeps {
  return {
    client,
    sendSms: async (sms) => {
      providers.sms.push(sms);
      return await providers.answer(sms);
    },
    findSms: () => Promise.resolve(null),
    sendMail: async (mail) => {
      providers.mails.push(mail);
      return await providers.answer(mail);
    },
    findMail: () => Promise.resolve(null),
    sources: messageSources(client, visitor),
    head: emailContext(),
    ...over,
  };
}

function connect(url: string, key: string): SupabaseClient {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** The example configuration, with other values for some variables. */
async function setEnvironment(over: Record<string, string>): Promise<void> {
  const example = await Deno.readTextFile(
    new URL("../.env.example", import.meta.url),
  );
  for (const line of example.split("\n")) {
    const [, name, value] = /^([A-Z_0-9]+)=(.*)$/.exec(line) ?? [];
    if (name) Deno.env.set(name, over[name] ?? value ?? "");
  }
}
