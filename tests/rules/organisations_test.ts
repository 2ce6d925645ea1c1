import { assert, assertEquals } from "@std/assert";
import { openSql } from "../people.ts";
import { newCast, roles } from "./cast.ts";

Deno.test("a patient chooses a pharmacy and a laboratory for themselves; nobody else does, and nothing else than these", async () => {
  const cast = await newCast();
  await using sql = openSql();
  const [pharmacy] = await sql`
    select id from public.organisations where kind = 'pharmacy' limit 1`;
  const [laboratory] = await sql`
    select id from public.organisations where kind = 'laboratory' limit 1`;
  const id = cast.patient.patientId;
  const choose = async (
    role: typeof roles[number],
    choice: Record<string, unknown>,
  ) => {
    const { data, error } = await cast.as[role].from("patients").update(choice)
      .eq("id", id).select("id");
    return error?.message ?? data?.length;
  };
  const chosen = async (role: typeof roles[number]) => {
    const { data } = await cast.as[role].rpc("my_organisations");
    return (data ?? []).map(({ kind }: { kind: string }) => kind).sort();
  };
  for (const role of roles.filter((role) => role !== "the patient")) {
    const answer = await choose(role, { pharmacy_id: pharmacy?.id });
    assert(answer === 0 || /permission denied/.test(String(answer)), role);
    assertEquals(await chosen(role), [], role);
  }
  assertEquals(await choose("the patient", { pharmacy_id: pharmacy?.id }), 1);
  assertEquals(
    await choose("the patient", { laboratory_id: laboratory?.id }),
    1,
  );
  assertEquals(
    await choose("the patient", { pharmacy_id: laboratory?.id }),
    "not_a_pharmacy",
  );
  assertEquals(await chosen("the patient"), ["laboratory", "pharmacy"]);
  await choose("the patient", { pharmacy_id: null });
  assertEquals(await chosen("the patient"), ["laboratory"]);
});
