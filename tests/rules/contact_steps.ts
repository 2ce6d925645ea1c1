import {
  clientOf,
  newEmail,
  newPhone,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";

/** The access token and the id of a new session. */
export async function newSession(person: TestPerson, level?: "aal1" | "aal2") {
  const client = await clientOf(person, level);
  // What the client sends with every call; its type does not say so.
  const token = String(await Reflect.get(client, "accessToken")());
  const payload = token.split(".")[1]?.replaceAll("-", "+")
    .replaceAll("_", "/") ?? "";
  return { client, token, id: String(JSON.parse(atob(payload)).session_id) };
}

/** Begins a change of number; its id and code, or the error. */
export async function beginPhone(session: string, phone = newPhone()) {
  const { data, error } = await serviceClient().rpc("begin_phone_change", {
    session_id: session,
    form_id: crypto.randomUUID(),
    phone,
  });
  return { ...data?.[0], error: error?.message, phone };
}

/** Types a code; the verdict, or the error. */
export async function confirmPhone(session: string, id: string, code: string) {
  const { data, error } = await serviceClient().rpc("confirm_phone_change", {
    session_id: session,
    change_id: id,
    code,
  });
  return error?.message ?? data;
}

/** Begins a change of address, and gives its link a hash, as the worker that writes the e-mail does. */
export async function beginEmail(session: string, email = newEmail()) {
  const { data, error } = await serviceClient().rpc("begin_email_change", {
    session_id: session,
    form_id: crypto.randomUUID(),
    email,
  });
  if (error) return { begun: error.message, link: "", email };
  await using sql = openSql();
  const link = crypto.randomUUID();
  const [change] = await sql`
    select id from private.email_changes where email = ${email}`;
  if (change) {
    await serviceClient().rpc("add_email_change_link", {
      change_id: change.id,
      link_hash: link,
    });
  }
  return { begun: data, link, email };
}

/** Presses the button of a link; whether the address counts, or the error. */
export async function confirmEmail(link: string): Promise<unknown> {
  const { data, error } = await serviceClient().rpc("confirm_email_change", {
    link_hash: link,
  });
  return error?.message ?? data;
}

/** What signs somebody in, how often they were told, and what the audit log says. */
export async function contactOf({ id }: TestPerson) {
  await using sql = openSql();
  const [row] = await sql`
    select users.email, accounts.phone,
      (select array_agg(email) from auth.identities where user_id = users.id) as identities,
      (select count(*)::int from auth.sessions where user_id = users.id) as sessions,
      (select count(*)::int from auth.mfa_factors where user_id = users.id) as factors,
      (select coalesce(array_agg(action order by id), '{}') from public.audit_log
        where account_id = users.id and action in ('phone_changed', 'email_changed')) as audited
    from auth.users join public.accounts on accounts.id = users.id where users.id = ${id}`;
  const told = await sql`
    select kind, channel, former_address from public.notifications
    where account_id = ${id} and kind in ('phone_changed', 'email_changed') order by kind, channel`;
  return {
    email: row?.email,
    phone: row?.phone,
    identities: row?.identities,
    sessions: row?.sessions,
    factors: row?.factors,
    audited: row?.audited,
    told: told.map((one) => [one.kind, one.channel, one.former_address]),
  };
}
