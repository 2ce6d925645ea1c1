import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { crowdTokens, newCrowd } from "../tests/crowd.ts";
import { house } from "../tests/house.ts";
import { newDoctor, openSql } from "../tests/people.ts";
import { bareServer } from "./bare.ts";
import { socketPair, within } from "./chat.ts";
import { p95, type Row, row } from "./row.ts";

const CONSULTATIONS = 100;
/** How often each patient writes, in milliseconds, and how many times. */
const EVERY = 2_000;
const MESSAGES = 10;

/** After the first join Realtime hears nothing of the database for a moment, in milliseconds. */
const HEARS_AFTER = 3_000;

/** Two people who are in a consultation, each with a connection of their own. */
interface Consultation {
  thread: string;
  patient: SupabaseClient;
  doctor: SupabaseClient;
}

/** The messages that doctors wait for, by their id. */
const waiting = new Map<string, () => void>();

/**
 * A chat message from the patient's request to the doctor's channel while 100 consultations are open, 200 connections,
 * and in each of them the patient writes every two seconds.
 */
export async function rows(): Promise<Row[]> {
  const open = await openConsultations();
  await pause(HEARS_AFTER);
  const times: number[] = [];
  await Promise.all(open.map(async (one, index) => {
    await pause(EVERY * index / CONSULTATIONS);
    for (let n = 0; n < MESSAGES; n++) {
      const [time] = await Promise.all([write(one), pause(EVERY)]);
      times.push(time);
    }
  }));
  for (const { patient, doctor } of open) {
    await Promise.all([patient, doctor].map((client) => {
      client.realtime.disconnect();
    }));
  }
  await using bare = await bareServer(new Uint8Array());
  await using pair = await socketPair(bare);
  const floor: number[] = [];
  for (let n = 0; n < times.length; n++) {
    const began = performance.now();
    await pair.pass("a message");
    floor.push(performance.now() - began);
  }
  return [row(
    `chat message beside ${CONSULTATIONS} consultations, p95`,
    "ms",
    p95(times),
    "a raw WebSocket that passes it on, p95",
    p95(floor),
  )];
}

async function write({ thread, patient }: Consultation): Promise<number> {
  const id = crypto.randomUUID();
  const arrives = within(
    new Promise<void>((resolve) => waiting.set(id, resolve)),
  );
  const began = performance.now();
  const { error } = await patient.from("messages")
    .insert({ id, thread_id: thread, body: "Je tousse depuis trois jours." });
  if (error) throw error;
  await arrives;
  return performance.now() - began;
}

async function openConsultations(): Promise<Consultation[]> {
  await using sql = openSql();
  const patients = await newCrowd(sql, CONSULTATIONS);
  const doctors: { id: string; patientId: string }[] = [];
  while (doctors.length < CONSULTATIONS) doctors.push(await newDoctor());
  const tokens = await crowdTokens(sql, [...patients, ...doctors]);
  const threads = await sql<{ id: string; patient_id: string }[]>`
    with opened as (
      insert into public.threads (patient_id, doctor_id)
      select * from unnest(
        ${patients.map(({ patientId }) => patientId)}::uuid[], ${
    doctors.map(({ id }) => id)
  }::uuid[]
      )
      returning id, patient_id, doctor_id
    ),
    begun as (
      insert into public.appointments (
        patient_id, doctor_id, during, language, state, waiting_since, called_at, started_at
      )
      select patient_id, doctor_id, tstzrange(now(), now() + interval '10 minutes'), 'fr', 'in_progress', now(), now(), now()
      from opened
    )
    select id, patient_id from opened`;
  const threadOf = new Map(threads.map((row) => [row.patient_id, row.id]));
  return await Promise.all(patients.map(async ({ patientId }, n) => {
    const thread = threadOf.get(patientId) ?? "";
    const [patient, doctor] = await Promise.all([
      listen(thread, tokens[n], () => {}),
      listen(
        thread,
        tokens[CONSULTATIONS + n],
        (message) => waiting.get(message)?.(),
      ),
    ]);
    return { thread, patient, doctor };
  }));
}

/** A connection of its own that listens to a thread. */
async function listen(
  thread: string,
  token = "",
  hears: (message: string) => void,
): Promise<SupabaseClient> {
  const { supabaseUrl, publishableKey, gatewaySecret } = house();
  const client = createClient(supabaseUrl, publishableKey, {
    accessToken: () => Promise.resolve(token),
    global: { headers: { "X-Gateway-Secret": gatewaySecret } },
  });
  await client.realtime.setAuth(token);
  const channel = client.channel(`thread:${thread}`, {
    config: { private: true },
  });
  channel.on("broadcast", { event: "*" }, ({ payload }) => {
    hears(String(payload?.id));
  });
  await new Promise<void>((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === "SUBSCRIBED") resolve();
      else reject(error ?? new Error(`The channel is ${status}`));
    });
  });
  return client;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
