import type { Sql } from "postgres";

/** Hours from now until an appointment is reminded of next; null for never. */
export async function hoursToReminder(
  sql: Sql,
  appointmentId: string,
): Promise<number | null> {
  const [row] = await sql`
    select extract(epoch from due_at - now())::float8 / 3600 as hours
    from private.reminders where appointment_id = ${appointmentId}`;
  return row?.hours ?? null;
}

/**
 * Brings an appointment to so many hours before its start, with its next reminder due, and does what a worker of the
 * outbox does then. Returns to whom it was written, as `<account> <language> <channel>`. One transaction: the house's
 * own worker sees nothing of it before.
 */
export async function remindAt(
  sql: Sql,
  appointmentId: string,
  hoursBefore: number,
): Promise<string[]> {
  const rows = await sql.begin(async (sql) => {
    await sql`
      update public.appointments
      set during = tstzrange(start, start + (ends_at - starts_at))
      from (select now() + ${hoursBefore} * interval '1 hour' as start) as later
      where id = ${appointmentId}`;
    await sql`
      update private.reminders set due_at = now() - interval '1 minute' where appointment_id = ${appointmentId}`;
    await sql`select private.write_due_reminders(1000)`;
    return await sql`
      select account_id || ' ' || language || ' ' || channel as line from public.notifications
      where appointment_id = ${appointmentId} and kind = 'appointment_reminder' and created_at = now()
      order by 1`;
  });
  return rows.map(({ line }) => line);
}
