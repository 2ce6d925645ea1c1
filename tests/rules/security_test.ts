import { assert, assertEquals } from "@std/assert";
import { house } from "../house.ts";
import {
  clientOf,
  codeTo,
  messagesTo,
  newAppointment,
  newDoctor,
  newEmail,
  newPatient,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";

/**
 * Calls Supabase as anybody can who has read the publishable key in a page, where no gateway shields it (a hosted
 * project has none).
 */
async function ask(
  method: string,
  path: string,
  { token, body, headers }: {
    token?: string;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
) {
  const { supabaseUrl, publishableKey, gatewaySecret } = house();
  const response = await fetch(supabaseUrl + path, {
    method,
    headers: {
      apikey: publishableKey,
      "X-Gateway-Secret": gatewaySecret,
      "Content-Type": "application/json",
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, data: text ? JSON.parse(text) : null };
}

/** What a password alone gives: a token, and a factor of a number that whoever has it chose. */
async function afterPassword({ email, password }: TestPerson, phone: string) {
  const signedIn = await ask("POST", "/auth/v1/token?grant_type=password", {
    body: { email, password },
  });
  const token = String(signedIn.data.access_token);
  const factor = await ask("POST", "/auth/v1/factors", {
    token,
    body: { factor_type: "phone", phone, friendly_name: crypto.randomUUID() },
  });
  return { token, factor: String(factor.data.id) };
}

const challenge = (token: string, factor: string) =>
  ask("POST", `/auth/v1/factors/${factor}/challenge`, {
    token,
    body: { channel: "sms" },
  });

Deno.test("a code goes to the confirmed number, whatever number a password adds", async () => {
  const patient = await newPatient();
  const own = (await newPatient()).phone; // somebody else's
  const since = new Date().toISOString();
  const added = await afterPassword(patient, own);
  const refused = await challenge(added.token, added.factor);
  assert(refused.status >= 400, JSON.stringify(refused));
  const confirmed = await afterPassword(patient, patient.phone);
  assertEquals(
    (await challenge(confirmed.token, confirmed.factor)).status,
    200,
  );
  await codeTo(patient.phone, since);
  const { carriersUrl } = house();
  const query = new URLSearchParams({ to: own, since });
  const sent = await (await fetch(`${carriersUrl}/api/messages?${query}`))
    .json();
  assertEquals(sent, []);
});

Deno.test("a letter of ours carries no words of a stranger", async () => {
  const patient = await newPatient();
  const client = await clientOf(patient);
  // What the client sends with every call; its type does not say so.
  const token = String(await Reflect.get(client, "accessToken")());
  const since = new Date().toISOString();
  const name = "client, votre compte est bloqué : https://evil.example";
  const renamed = await ask("PUT", "/auth/v1/user", {
    token,
    body: { data: { name } },
  });
  assertEquals(renamed.status, 200);
  const asked = await ask("POST", "/auth/v1/recover", {
    body: { email: patient.email },
  });
  assertEquals(asked.status, 200);
  const [letter] = await messagesTo(patient.email, since);
  assert(letter && !letter.text.includes("evil.example"), letter?.text);
  assert(letter.text.includes(patient.lastName));
});

Deno.test("Auth itself changes no address, even when our server announced one: its link alone would confirm", async () => {
  const patient = await newPatient();
  const client = await clientOf(patient);
  const token = String(await Reflect.get(client, "accessToken")());
  const announced = await serviceClient().rpc("announce_credential_change", {
    user_id: patient.id,
    credential: "email",
  });
  assertEquals(announced.error, null);
  const email = newEmail();
  const change = await ask("PUT", "/auth/v1/user", { token, body: { email } });
  assert(change.status >= 400, JSON.stringify(change));
  const { carriersUrl } = house();
  const query = new URLSearchParams({ to: email });
  const sent = await fetch(`${carriersUrl}/api/messages?${query}`);
  assertEquals(await sent.json(), []);
});

/** What the hook says to a code, each of another factor; `reject` ends the account's sessions. */
async function judge(person: TestPerson, valid: boolean): Promise<string> {
  await using sql = openSql();
  const factor_id = crypto.randomUUID();
  const event = JSON.stringify({ user_id: person.id, factor_id, valid });
  const [row] = await sql`
    select private.mfa_verification_attempt(${event}::text::jsonb) ->> 'decision' as decision`;
  return String(row?.decision);
}

/** As if the last attempt had ended a minute ago. */
async function aMinuteLater(person: TestPerson): Promise<void> {
  await using sql = openSql();
  await sql`
    update private.wrong_codes set ended_at = ended_at - interval '1 minute' where user_id = ${person.id}`;
}

Deno.test("codes that are tried all at once end with the fifth: a right one behind it is not heard", async () => {
  const patient = await newPatient();
  const tries = await Promise.all(
    Array.from({ length: 6 }, () => judge(patient, false)),
  );
  assertEquals(tries.filter((verdict) => verdict === "continue").length, 4);
  assertEquals(await judge(patient, true), "reject");
  await aMinuteLater(patient);
  assertEquals(await judge(patient, true), "continue");
});

Deno.test("twenty wrong codes a day lock an account, whichever factors they were for", async () => {
  const patient = await newPatient();
  const verdicts: string[] = [];
  for (let n = 0; n < 20; n++) {
    verdicts.push(await judge(patient, false));
    if (n % 5 === 4) await aMinuteLater(patient);
  }
  assertEquals(
    verdicts.map((verdict) => verdict === "reject"),
    Array.from({ length: 20 }, (_, n) => n % 5 === 4),
  );
  assertEquals(await judge(patient, true), "reject");
  await using sql = openSql();
  await sql`update private.wrong_codes set day_ends_at = now() where user_id = ${patient.id}`;
  assertEquals(await judge(patient, true), "continue");
});

Deno.test("nobody writes more messages than a person can type", async () => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  await newAppointment(patient, doctor, 5);
  const client = await clientOf(patient);
  const { data: thread } = await client.from("threads").select("id").single();
  const many = (count: number) =>
    Array.from({ length: count }, () => ({ thread_id: thread?.id, body: "x" }));
  const flood = await client.from("messages").insert(many(61));
  assertEquals(flood.error?.message, "too_many_messages");
  assertEquals((await client.from("messages").insert(many(60))).error, null);
  const next = await client.from("messages").insert(many(1));
  assertEquals(next.error?.message, "too_many_messages");
});

Deno.test("what a broken sign-up left goes after a day; an invitation of an administrator stays", async () => {
  const { admin } = serviceClient().auth;
  const made = async (app_metadata: Record<string, unknown>, days: number) => {
    const { data, error } = await admin.createUser({
      email: newEmail(),
      app_metadata,
    });
    assertEquals(error, null);
    const id = String(data.user?.id);
    await using sql = openSql();
    await sql`
      update auth.users set created_at = now() - make_interval(days => ${days}::int) where id = ${id}`;
    return id;
  };
  const signUp = () => ({ kind: "patient", sign_up_id: crypto.randomUUID() });
  const [broken, recent, invited] = [
    await made(signUp(), 2),
    await made(signUp(), 0),
    await made({}, 8),
  ];
  assertEquals((await serviceClient().rpc("purge_expired")).error, null);
  await using sql = openSql();
  const left = await sql`select id from auth.users where id in ${
    sql([broken, recent, invited])
  }`;
  assertEquals(
    new Set(left.map((row) => row.id)),
    new Set([recent, invited]),
  );
});

Deno.test("a doctor cannot read a record and leave no entry", async (t) => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const appointment_id = await newAppointment(patient, doctor, 5);
  const client = await clientOf(doctor);
  // What the client sends with every call; its type does not say so.
  const token = String(await Reflect.get(client, "accessToken")());
  const entries = async () => {
    await using sql = openSql();
    return (await sql`
      select 1 from public.audit_log where patient_id = ${patient.patientId} and action = 'patient_read'`)
      .length;
  };

  await t.step("not from the table", async () => {
    for (const column of ["symptoms", "cancellation_reason", "*"]) {
      const { error } = await client.from("appointments").select(column);
      assertEquals(error?.code, "42501", column);
    }
  });

  await t.step("not by reading only", async () => {
    const { data } = await client.rpc("appointment_page", { appointment_id }, {
      get: true,
    });
    assertEquals(data, null);
  });

  await t.step("not by taking the transaction back", async () => {
    const { data } = await ask("POST", "/rest/v1/rpc/appointment_page", {
      token,
      body: { appointment_id },
      headers: { Prefer: "tx=rollback" },
    });
    assertEquals(data?.id, appointment_id);
    assertEquals(await entries(), 1);
  });
});

Deno.test("the gateway answers Auth and REST to our server only", async () => {
  const past = { "X-Gateway-Secret": "guessed" };
  for (
    const [method, path] of [
      ["POST", "/auth/v1/recover"],
      ["POST", "/auth/v1/otp"],
      ["POST", "/auth/v1/token?grant_type=password"],
      ["GET", "/rest/v1/doctors"],
    ] as const
  ) {
    const { status, data } = await ask(method, path, { headers: past });
    assertEquals([status, data.code], [403, "server_only"], path);
  }
});

Deno.test("the other schemas are not there", async () => {
  for (const schema of ["private", "admin", "auth", "realtime", "storage"]) {
    const { status } = await ask("GET", "/rest/v1/drafts", {
      headers: { "Accept-Profile": schema },
    });
    assertEquals(status, 406, schema);
  }
});
