import { paths } from "../domain/paths.ts";
import { house, newBrowser, newVisitor } from "../tests/house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  startSession,
} from "../tests/people.ts";
import { agendaRows, bookingThroughputRow } from "./agenda.ts";
import { bareServer } from "./bare.ts";
import { fill } from "./fill/fill.ts";
import { flood } from "./flood.ts";
import { p95, p95SideBySide, type Row, row } from "./row.ts";
import { type Visit, visitAs } from "./visit.ts";

/** A national platform: bench/fill/main.ts. */
const SIZE = { doctors: 5_000, patients: 200_000, appointments: 1_000_000 };

/** Visitors who open the home page at the same moment. */
const CROWD = 2_000;

/** What people type, right and wrong. */
const typed = [
  ...["webber", "ferera", "hofman", "dermatlogie", "Muler", "psychatre"],
  ...["Weber", "kardiologe", "esch", "joao ferera", "pediatre luxemburg", ""],
];
const towns = [undefined, "Mersch", "Luxembourg", undefined];

/** The directory, agendas and booking with 5,000 doctors and 1,000,000 appointments, in the house that `ECONSULT_HOUSE` names. */
export async function rows(): Promise<Row[]> {
  const { databaseUrl } = house();
  await fill(databaseUrl, SIZE, console.log);
  await using sql = openSql();
  // What a platform does over its years, and Postgres otherwise begins by itself during the first measurement.
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  const visitor = await visitAs();
  return [
    await p95SideBySide(
      "first page of a search in SQL, p95",
      300,
      (n) =>
        sql`
          select * from public.search_doctors(
            query => ${typed[n % typed.length] ?? ""}, town => ${
          towns[n % towns.length] ?? null
        }, page_size => 21
          )`,
      "twenty doctors by index, p95",
      () => sql`select * from public.doctors order by slug limit 21`,
    ),
    await searchPageRow(visitor),
    ...await agendaRows(sql),
    await bookingThroughputRow(sql, databaseUrl),
    ...await crowdRows(),
  ];
}

async function searchPageRow(visitor: Visit): Promise<Row> {
  const page = (n: number) =>
    visitor(paths.home("fr", {
      query: typed[n % typed.length] ?? "",
      // Another question each time: a page that was just computed for somebody else costs nothing.
      town: n % 4 === 0 ? `Nowhere ${n}` : undefined,
      specialty: n % 4 === 1 ? "dermatology" : undefined,
      spoken: n % 3 === 0 ? "de" : undefined,
      today: n % 5 === 0,
      freeNow: false,
      after: {
        at: `2026-01-01T00:00:00.${String(n).padStart(6, "0")}Z`,
        id: crypto.randomUUID(),
      },
    }));
  await using bare = await bareServer(await page(0));
  return await p95SideBySide(
    "first page of a search as a page, p95",
    150,
    page,
    "a bare Deno.serve with the same bytes, p95",
    async () => await (await fetch(bare.url)).bytes(),
  );
}

/** What people in a waiting room notice of a crowd on the home page, and what the crowd gets. */
async function crowdRows(): Promise<Row[]> {
  await using browser = await newBrowser();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment = await newAppointment(patient, doctor, 5);
  const context = await newVisitor(browser);
  await startSession(context, patient);
  const asPatient = await visitAs(context);
  const waitingRoom = paths.waitingRoom("fr", appointment);
  const clock = async () => {
    const began = performance.now();
    await asPatient(waitingRoom);
    return performance.now() - began;
  };
  const quiet: number[] = [];
  for (let n = 0; n < 60; n++) quiet.push(await clock());
  const crowded: number[] = [];
  let over = false;
  const home = house().appUrl + paths.home("fr");
  const crowd = flood(home, CROWD).finally(() => over = true);
  while (!over) crowded.push(await clock());
  const statuses = await crowd;
  console.log(`home page, ${CROWD} at once:`, statuses);
  return [
    row(
      `waiting room beside ${CROWD} who open the home page, p95`,
      "ms",
      p95(crowded),
      "the same without them, p95",
      p95(quiet),
    ),
    row(
      "home pages served",
      "pages",
      statuses["200"] ?? 0,
      "visitors at once",
      CROWD,
    ),
  ];
}
