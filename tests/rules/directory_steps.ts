import type { Sql } from "postgres";
import { startHouse } from "../../local/house.ts";
import { moveInto } from "../house.ts";
import { newMatricule, openSql } from "../people.ts";

/** A house without the app: nobody else refreshes next_slots in it. */
export async function quietHouse() {
  await using stack = new AsyncDisposableStack();
  const house = stack.use(
    await startHouse({ ports: "free", data: "temp", app: false }),
  );
  stack.use(moveInto(house));
  const sql = stack.use(openSql());
  const started = stack.move();
  return { sql, [Symbol.asyncDispose]: () => started.disposeAsync() };
}

/** A patient without an account. */
export async function somePatient(sql: Sql): Promise<string> {
  const [row] = await sql`
    insert into public.patients (matricule, first_name, last_name, street, postal_code, city)
    values (${newMatricule()}, 'Alma', 'Adam', '1, rue Neuve', '1111', 'Luxembourg')
    returning id`;
  return row?.id;
}

/** What the table says can be booked next, and what the agenda says. */
export async function nextSlots(sql: Sql, doctor: string) {
  const [row] = await sql`
    select (private.bookable_slots(known))[1:3] as known,
      private.next_free_slots(doctor, 3) as free,
      known.valid_until > now() as valid
    from public.doctors as doctor
    join private.next_slots as known on known.doctor_id = doctor.id
    where doctor.id = ${doctor}`;
  const text = (slots: Date[]) => slots.map((slot) => slot.toISOString());
  return {
    known: text(row?.known ?? []),
    free: text(row?.free ?? []),
    valid: row?.valid === true,
  };
}
