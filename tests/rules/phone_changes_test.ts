import { assert, assertEquals } from "@std/assert";
import { newDoctor, newPatient, serviceClient } from "../people.ts";
import {
  beginPhone,
  confirmPhone,
  contactOf,
  newSession,
} from "./contact_steps.ts";

for (
  const [kind, newPerson] of [["patient", newPatient], [
    "doctor",
    newDoctor,
  ]] as const
) {
  Deno.test(`the right code makes a number that of a ${kind}, ends every session and tells the former number, once`, async () => {
    const person = await newPerson();
    const session = await newSession(person);
    const change = await beginPhone(session.id);
    await newSession(person);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        confirmPhone(session.id, change.id, change.code ?? "")
      ),
    );
    assertEquals(new Set(answers), new Set(["right"]));
    const after = await contactOf(person);
    assertEquals([after.phone, after.sessions, after.factors], [
      change.phone,
      0,
      0,
    ]);
    assertEquals(after.audited, ["phone_changed"]);
    assertEquals(after.told, [
      ["phone_changed", "sms", person.phone],
      ["phone_changed", "email", null],
    ]);
    const { error } = await session.client.rpc("my_profile");
    assertEquals(error?.message, "signed_out");
    // The old number signs nobody in any more, the new one does.
    const moved = { ...person, phone: change.phone };
    const { data } = await (await newSession(moved)).client.rpc("my_profile");
    assertEquals(data?.[0]?.phone, change.phone);
  });
}

Deno.test("a patient reads in their log that the number was changed; it holds no number", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const { id, code, phone } = await beginPhone(session.id);
  await confirmPhone(session.id, id, code ?? "");
  const { client } = await newSession({ ...patient, phone });
  const { data } = await client.from("audit_log").select("*")
    .eq("action", "phone_changed");
  assertEquals(data?.length, 1);
  const text = JSON.stringify(data);
  assert(!text.includes(phone) && !text.includes(patient.phone), text);
});

Deno.test("neither another account nor another session of the same one finishes a change of number", async () => {
  const [patient, other] = [await newPatient(), await newPatient()];
  const session = await newSession(patient);
  const { id, code = "" } = await beginPhone(session.id);
  for (const person of [other, patient]) {
    const elsewhere = await newSession(person);
    assertEquals(await confirmPhone(elsewhere.id, id, code), "over");
    const { data } = await serviceClient().rpc("phone_change", {
      session_id: elsewhere.id,
    });
    assertEquals(data, []);
    const renewed = await serviceClient().rpc("renew_phone_change_code", {
      session_id: elsewhere.id,
      change_id: id,
    });
    assertEquals(renewed.data, []);
  }
  assertEquals((await contactOf(patient)).phone, patient.phone);
  assertEquals((await contactOf(other)).phone, other.phone);
});

Deno.test("five different wrong codes end a change, however many come at once; the same one counts once", async () => {
  const patient = await newPatient();
  const session = await newSession(patient);
  const { id, code = "" } = await beginPhone(session.id);
  const wrong = (n: number) =>
    String((Number(code) + n) % 1_000_000).padStart(6, "0");
  const tries = (codes: string[]) =>
    Promise.all(codes.map((one) => confirmPhone(session.id, id, one)));
  assertEquals(await tries([wrong(1), wrong(1), wrong(1)]), [
    "wrong",
    "wrong",
    "wrong",
  ]);
  const many = await tries(Array.from({ length: 20 }, (_, n) => wrong(n + 2)));
  assertEquals(many.filter((one) => one === "wrong").length, 3);
  assertEquals(await confirmPhone(session.id, id, code), "over");
  assertEquals((await contactOf(patient)).phone, patient.phone);
});
