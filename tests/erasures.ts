import { ask } from "./documents.ts";
import { clientOf, newPatient, openSql, type TestPerson } from "./people.ts";

/** The open request of somebody. */
export async function requestOf({ id }: TestPerson): Promise<string> {
  await using sql = openSql();
  const [row] = await sql`
    select id from public.erasure_requests
    where account_id = ${id} and withdrawn_at is null and decided_at is null`;
  return row?.id;
}

/** Somebody who has asked. */
export async function newAsker(): Promise<
  { person: TestPerson; request: string }
> {
  const person = await newPatient();
  await ask(await clientOf(person), "request_erasure", {});
  return { person, request: await requestOf(person) };
}
