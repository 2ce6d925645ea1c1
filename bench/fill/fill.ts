import postgres from "postgres";

/** How many of each are made. */
export interface FillSize {
  doctors: number;
  /** Not a multiple of 7919. */
  patients: number;
  /** At most; fewer when so few doctors have no more slots. */
  appointments: number;
}

/**
 * Fills a database by set-based SQL, in one transaction: all of it or nothing.
 *
 * @param url a superuser's address, since triggers are off meanwhile
 * @param say hears the seconds of each step
 */
export async function fill(
  url: string,
  size: FillSize,
  say: (line: string) => void,
): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const began = performance.now();
  try {
    await sql.unsafe(`
      set session_replication_role = replica;
      set synchronous_commit = off;
      set maintenance_work_mem = '1GB';
      set work_mem = '256MB'`);
    for (const [name, value] of Object.entries(size)) {
      await sql`select set_config(${`fill.${name}`}, ${String(value)}, false)`;
    }
    await sql`begin`;
    for (const step of ["people", "agendas", "appointments"]) await run(step);
    await sql`commit`;
    await run("directory");
    const [counts] = await sql`
      select
        (select count(*) from public.doctors) as doctors,
        (select count(*) from public.patients) as patients,
        (select count(*) from public.appointments) as appointments`;
    say(`now ${JSON.stringify(counts)}`);
  } finally {
    await sql.end();
  }
  say(`${seconds(began)} s in all`);

  async function run(step: string) {
    const stepBegan = performance.now();
    const file = new URL(`${step}.sql`, import.meta.url);
    await sql.unsafe(await Deno.readTextFile(file));
    say(`${step}: ${seconds(stepBegan)} s`);
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
