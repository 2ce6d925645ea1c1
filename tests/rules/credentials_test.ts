import { assert, assertEquals } from "@std/assert";
import { handedOver } from "../claims.ts";
import { house } from "../house.ts";
import {
  clientOf,
  newEmail,
  newPatient,
  newPhone,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";

/** Asks Auth itself for a change, as whoever has stolen an access token can. */
async function changeAtAuth(token: string, body: unknown): Promise<number> {
  const { supabaseUrl, publishableKey, gatewaySecret } = house();
  const response = await fetch(`${supabaseUrl}/auth/v1/user`, {
    method: "PUT",
    headers: {
      apikey: publishableKey,
      // Past the gateway, which would refuse it: a hosted project has none.
      "X-Gateway-Secret": gatewaySecret,
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}

async function tokenOf(person: TestPerson): Promise<string> {
  const client = await clientOf(person);
  // What the client sends with every call; its type does not say so.
  return String(await Reflect.get(client, "accessToken")());
}

async function announce(person: TestPerson, credential: string) {
  const { error } = await serviceClient().rpc("announce_credential_change", {
    user_id: person.id,
    credential,
  });
  assertEquals(error, null);
}

Deno.test("an access token alone changes neither e-mail nor password", async () => {
  const patient = await newPatient();
  const token = await tokenOf(patient);
  const before = await credentials(patient);
  assert(await changeAtAuth(token, { email: newEmail() }) >= 400);
  assert(await changeAtAuth(token, { password: "Une-autre-phrase-7" }) >= 400);
  assert(await changeAtAuth(token, { phone: newPhone() }) >= 400);
  assertEquals(await credentials(patient), before);
  assertEquals(await changeAtAuth(token, { data: { name: "x" } }), 200);
});

Deno.test("what our server announces happens once, and is told", async () => {
  const patient = await newPatient();
  const token = await tokenOf(patient);
  await announce(patient, "password");
  assertEquals(
    await changeAtAuth(token, { password: "Une-autre-phrase-7" }),
    200,
  );
  assert(await changeAtAuth(token, { password: "Une-phrase-encore-7" }) >= 400);
  assertEquals(await told(patient), [["password_changed", "email", null]]);
});

Deno.test("an announcement of one thing or for one person is none of another", async () => {
  const [patient, other] = [await newPatient(), await newPatient()];
  const token = await tokenOf(patient);
  await announce(patient, "email");
  await announce(other, "password");
  assert(await changeAtAuth(token, { password: "Une-autre-phrase-7" }) >= 400);
});

Deno.test("an announcement is over after half a minute", async () => {
  const patient = await newPatient();
  const token = await tokenOf(patient);
  await announce(patient, "password");
  await using sql = openSql();
  await sql`
    update private.credential_tickets set expires_at = now() - interval '1 second' where user_id = ${patient.id}`;
  assert(await changeAtAuth(token, { password: "Une-autre-phrase-7" }) >= 400);
});

Deno.test("a changed address or number is told to the former one", async () => {
  const patient = await newPatient();
  const email = newEmail();
  await announce(patient, "email");
  const { error } = await serviceClient().auth.admin.updateUserById(
    patient.id,
    { email, email_confirm: true },
  );
  assertEquals(error, null);
  const phone = newPhone();
  await using sql = openSql();
  await sql`update public.accounts set phone = ${phone} where id = ${patient.id}`;
  assertEquals(await told(patient), [
    ["email_changed", "email", patient.email],
    ["phone_changed", "sms", patient.phone],
    ["phone_changed", "email", null],
  ]);
  const handed = await handedOver(sql, "account_id", patient.id);
  const notices = handed.map(({ kind, channel, phone, email }) => [
    kind,
    channel === "sms" ? phone : email,
  ]);
  assertEquals(
    notices.sort(),
    [
      ["email_changed", patient.email],
      ["phone_changed", email],
      ["phone_changed", patient.phone],
    ].sort(),
  );
});

Deno.test("the twenty-first link of an account within a day is refused", async () => {
  const patient = await newPatient();
  const attempt = async () =>
    (await serviceClient().rpc("take_link_attempt", {
      account_id: patient.id,
    })).data;
  const tries = await Promise.all(Array.from({ length: 30 }, attempt));
  assertEquals(tries.filter(Boolean).length, 20);
});

/** The notices of changes in the outbox: kind, channel, former address or number. */
async function told(patient: TestPerson) {
  await using sql = openSql();
  const rows = await sql`
    select kind, channel, former_address from public.notifications
    where account_id = ${patient.id} order by kind, channel`;
  return rows.map((row) => [row.kind, row.channel, row.former_address]);
}

async function credentials(patient: TestPerson) {
  await using sql = openSql();
  const [row] = await sql`
    select email, phone, encrypted_password, email_change from auth.users where id = ${patient.id}`;
  return { ...row };
}

Deno.test("passwords asked of Auth itself are counted by account, whatever address they come from", async () => {
  const patient = await newPatient();
  const { supabaseUrl, secretKey } = house();
  const statusOf = async (password: string) => {
    const response = await fetch(
      `${supabaseUrl}/auth/v1/token?grant_type=password`,
      {
        method: "POST",
        headers: { apikey: secretKey, "Content-Type": "application/json" },
        body: JSON.stringify({ email: patient.email, password }),
      },
    );
    await response.body?.cancel();
    return response.status;
  };
  assertEquals(await statusOf(patient.password), 200);
  await using sql = openSql();
  await sql`
    select public.take_attempt(${`password ${patient.id}`}, 300, 900) from generate_series(1, 300)`;
  assertEquals(await statusOf(patient.password), 400);
});
