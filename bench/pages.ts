import { paths } from "../domain/paths.ts";
import { openSql, type TestPerson } from "../tests/people.ts";
import { bareServer } from "./bare.ts";
import { type Row, sideBySide } from "./row.ts";
import type { Visit } from "./visit.ts";

/** The home page beside a bare server with the same bytes, and beside the statement that it needs. */
export async function homeRows(visitor: Visit): Promise<Row[]> {
  await using bare = await bareServer(await visitor(paths.home("fr")));
  await using sql = openSql();
  const home = () => visitor(paths.home("fr"));
  return [
    await sideBySide(
      "home page",
      120,
      home,
      "a bare Deno.serve with the same bytes",
      async () => await (await fetch(bare.url)).bytes(),
    ),
    await sideBySide(
      "home page",
      120,
      home,
      "its select",
      () => sql`select * from public.search_doctors(page_size => 21)`,
    ),
  ];
}

/** A signed-in page beside the one statement that it needs, under the same row-level security. */
export async function appointmentsRow(
  asPatient: Visit,
  patient: TestPerson,
): Promise<Row> {
  await using sql = openSql();
  const [session] = await sql`
    select id from auth.sessions where user_id = ${patient.id} and aal = 'aal2'`;
  const claims = JSON.stringify({
    sub: patient.id,
    role: "authenticated",
    aal: "aal2",
    session_id: session?.id,
  });
  const select = () =>
    sql.begin(async (sql) => {
      await sql`
        select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${claims}, true)`;
      return await sql`
        select appointments.id, state, starts_at, ends_at, called_at, title, first_name, last_name, time_zone
        from public.appointments
        join public.doctors on doctors.id = doctor_id
        order by starts_at desc
        limit 100`;
    });
  if ((await select()).length === 0) throw new Error("No appointment to list");
  return await sideBySide(
    "signed-in page: my appointments",
    150,
    () => asPatient(paths.appointments("fr")),
    "its select as the same person",
    select,
  );
}

/** A week of free slots beside the same SQL. */
export async function slotsRow(
  visitor: Visit,
  doctor: TestPerson,
): Promise<Row> {
  await using sql = openSql();
  return await sideBySide(
    "free slots of a week",
    150,
    () => visitor(paths.freeSlots("fr", doctor.slug)),
    "the same SQL",
    () => sql`select public.doctor_calendar(${doctor.slug})`,
  );
}
