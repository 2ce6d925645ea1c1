import { createClient } from "@supabase/supabase-js";
import { house } from "../tests/house.ts";
import { bookAs, crowdTokens, newCrowd } from "../tests/crowd.ts";
import { clientOf, newDoctor, newPatient, openSql } from "../tests/people.ts";
import { p95, type Row, row } from "./row.ts";

const FOR_ONE = 200;
const BOOKINGS = 1_000;
const LISTENERS = 500;
const CHANGES = 60;

/** Many people at once: for one slot, for a slot each, and looking at one agenda. */
export async function rows(): Promise<Row[]> {
  return [
    ...await oneSlotRows(),
    ...await slotEachRows(),
    await agendaChannelRow(),
  ];
}

async function oneSlotRows(): Promise<Row[]> {
  await using sql = openSql();
  const doctor = await newDoctor();
  const tokens = await crowdTokens(sql, await newCrowd(sql, FOR_ONE));
  const [slot = ""] = await slotsOf(doctor.id, 1);
  const answers = await Promise.all(
    tokens.map((token) => bookAs(token, doctor.id, slot)),
  );
  const count = (status: number) =>
    answers.filter((one) => one.status === status).length;
  return [
    row("bookings of one slot", "bookings", count(200), "the slot", 1),
    row(
      "clear refusals (409) of that slot",
      "answers",
      count(409),
      `patients at once, but for one`,
      FOR_ONE - 1,
    ),
  ];
}

async function slotEachRows(): Promise<Row[]> {
  await using sql = openSql();
  const doctors = await Promise.all(
    Array.from({ length: 10 }, () => newDoctor()),
  );
  const tokens = await crowdTokens(sql, await newCrowd(sql, BOOKINGS));
  const slots = (await Promise.all(
    doctors.map(async ({ id }) =>
      (await slotsOf(id, BOOKINGS / doctors.length)).map((at) => ({ id, at }))
    ),
  )).flat();
  const began = performance.now();
  const times: number[] = [];
  const answers = await Promise.all(
    slots.map(async ({ id, at }, n) => {
      const answer = await bookAs(tokens[n] ?? "", id, at);
      times.push(performance.now() - began);
      return answer;
    }),
  );
  const booked = answers.filter(({ status }) => status === 200).length;
  return [
    row(
      `bookings of ${BOOKINGS} patients at once`,
      "bookings",
      booked,
      "a slot each",
      BOOKINGS,
    ),
    row(
      "the last of them has an answer after",
      "ms",
      Math.max(...times),
      "the first",
      Math.min(...times),
    ),
  ];
}

async function slotsOf(doctorId: string, count: number): Promise<string[]> {
  await using sql = openSql();
  const rows = await sql`
    select starts_at from public.free_slots(${doctorId}, now() + interval '1 day', now() + interval '20 days')
    order by starts_at limit ${count}`;
  return rows.map(({ starts_at }) => starts_at.toISOString());
}

/** From the change of a slot in the database to each of the people who look at that doctor's agenda. */
async function agendaChannelRow(): Promise<Row> {
  await using sql = openSql();
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const token = (await (await clientOf(patient)).realtime.accessToken?.()) ??
    "";
  const { supabaseUrl, publishableKey } = house();
  const topic = `agenda:${doctor.id}`;
  let heard = (_at: number) => {};
  const clients = await Promise.all(
    Array.from({ length: LISTENERS }, async () => {
      const client = createClient(supabaseUrl, publishableKey, {
        accessToken: () => Promise.resolve(token),
      });
      await client.realtime.setAuth(token);
      await new Promise<void>((done, failed) => {
        client.channel(topic, { config: { private: true } })
          .on("broadcast", { event: "slot" }, () => heard(performance.now()))
          .subscribe((status, error) => {
            if (status === "SUBSCRIBED") done();
            else if (status !== "CLOSED") failed(error ?? new Error(status));
          });
      });
      return client;
    }),
  );
  const all: number[] = [];
  const first: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const took: number[] = [];
    const everybody = Promise.withResolvers<void>();
    const began = performance.now();
    heard = (at) => {
      took.push(at - began);
      if (took.length === LISTENERS) everybody.resolve();
    };
    await sql`
      select realtime.send(jsonb_build_object('free', true), 'slot', ${topic}, true)`;
    await everybody.promise;
    all.push(...took);
    first.push(took[0] ?? NaN);
  }
  heard = () => {};
  await Promise.all(clients.map((client) => client.realtime.disconnect()));
  return row(
    `a change of an agenda reaches ${LISTENERS} who look at it, p95`,
    "ms",
    p95(all),
    "the first of them, p95",
    p95(first),
  );
}
