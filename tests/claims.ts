import type { Sql, TransactionSql } from "postgres";

class Undone extends Error {}

/**
 * What `work` finds, in a transaction that leaves nothing behind: what it claims for itself there, the app's worker
 * still finds for other tests.
 */
export async function undone<Found>(
  sql: Sql,
  work: (sql: TransactionSql) => Promise<Found>,
): Promise<Found> {
  let found: { is: Found } | undefined;
  try {
    await sql.begin(async (sql) => {
      found = { is: await work(sql) };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (found === undefined) throw new Error("The transaction did not run");
  return found.is;
}

/**
 * What a worker is handed of the notifications of an account or an appointment, as if none had sent them yet: the app's
 * may have been quicker.
 */
export function handedOver(
  sql: Sql,
  column: "account_id" | "appointment_id",
  id: string,
) {
  return undone(sql, async (sql) => {
    // Before all others, so that a claim of so many takes none of theirs.
    const { count } = await sql`
      update public.notifications
      set state = 'due', due_at = '2000-01-01', lease = null, leased_until = null
      where ${sql(column)} = ${id} and state <> 'withdrawn'`;
    const rows = await sql`
      select claim_notifications as claimed from public.claim_notifications(${count}, 60)`;
    return rows.map(({ claimed }) => claimed);
  });
}
