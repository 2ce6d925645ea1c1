import { SignJWT } from "jose";
import type { Sql } from "postgres";
import { openSessions } from "../bench/people_in_sql.ts";
import { house } from "./house.ts";

/** One of many patients who were made in SQL and cannot sign in by themselves. */
export interface CrowdMember {
  id: string;
  patientId: string;
}

/** Many patients with confirmed accounts at once: each has an address and a number of their own. At most 10,000. */
export async function newCrowd(
  sql: Sql,
  count: number,
): Promise<CrowdMember[]> {
  const rows = await sql<{ id: string; patient_id: string }[]>`
    with crowd as materialized (
      select number, gen_random_uuid() as id, gen_random_uuid() as patient_id,
        -- Born one a day, in months of 28 days.
        (1900 + number / 336)::text || lpad((1 + number / 28 % 12)::text, 2, '0') || lpad((1 + number % 28)::text, 2, '0')
          || lpad(mark::text, 3, '0') as digits,
        '+352671' || lpad(((mark * 10000 + number) % 1000000)::text, 6, '0') as phone
      from generate_series(0, ${count - 1}::int) as number
      cross join (select floor(random() * 1000)::int as mark) as marked
    ),
    users as (
      insert into auth.users (instance_id, id, aud, role, email, email_confirmed_at, raw_app_meta_data, created_at)
      select '00000000-0000-0000-0000-000000000000', id, 'authenticated', 'authenticated', id || '@crowd.example', now(),
        '{"kind": "patient"}', now()
      from crowd
    ),
    accounts as (
      insert into public.accounts (id, kind, language, phone) select id, 'patient', 'fr', phone from crowd
    ),
    patients as (
      insert into public.patients (id, matricule, first_name, last_name, street, postal_code, city)
      select patient_id, digits || private.luhn_digit(digits) || private.verhoeff_digit(digits), 'Alex', 'Foule',
        '1, rue Neuve', '1111', 'Luxembourg'
      from crowd
    ),
    own as (
      insert into public.guardianships (account_id, patient_id, relation) select id, patient_id, 'self' from crowd
    )
    select id, patient_id from crowd`;
  return rows.map(({ id, patient_id }) => ({ id, patientId: patient_id }));
}

/** The crowd after password and SMS code: an access token for each, as Auth would have given it. */
export async function crowdTokens(
  sql: Sql,
  crowd: readonly CrowdMember[],
): Promise<string[]> {
  const claims = await openSessions(sql, crowd.map(({ id }) => id));
  const key = new TextEncoder().encode(house().jwtSecret);
  return await Promise.all(
    claims.map((text) =>
      new SignJWT(JSON.parse(text))
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuedAt().setAudience("authenticated").setExpirationTime("10m")
        .sign(key)
    ),
  );
}

/** Books over REST as the app's server does; the HTTP status and the key of the error, if any. */
export async function bookAs(
  token: string,
  doctorId: string,
  startsAt: string,
): Promise<{ status: number; key: string | undefined }> {
  const { supabaseUrl, publishableKey, gatewaySecret } = house();
  const response = await fetch(
    `${supabaseUrl}/rest/v1/rpc/book_appointment`,
    {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        apikey: publishableKey,
        Authorization: `Bearer ${token}`,
        "X-Gateway-Secret": gatewaySecret,
      },
      body: JSON.stringify({
        appointment_id: crypto.randomUUID(),
        doctor_id: doctorId,
        starts_at: startsAt,
        symptoms: "",
        accept_terms: true,
      }),
    },
  );
  const answer = await response.json();
  return { status: response.status, key: answer?.message };
}
